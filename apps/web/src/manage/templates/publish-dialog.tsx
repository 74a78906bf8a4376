import { DeedDialog } from '../../shared/staff';
import { useTexts } from '../../shared/texts';
import { templateTexts } from './texts';

/** Publishes, after saying what that means. */
export function PublishDialog({ onClose, onPublish }: { onClose: () => void; onPublish: () => Promise<void> }) {
  const t = useTexts(templateTexts);
  return (
    <DeedDialog opened onClose={onClose} title={t('publishTitle')} confirm={t('publish')} run={onPublish}>
      <p style={{ margin: 0 }}>{t('publishBody')}</p>
    </DeedDialog>
  );
}
