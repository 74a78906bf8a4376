import { Link } from 'react-router';
import { EmptyState } from '../shared/feedback';
import { usePageTitle } from '../shared/page-title';
import { commonTexts, useTexts } from '../shared/texts';

export function NotFound() {
  const t = useTexts(commonTexts);
  usePageTitle(t('notFoundTitle'));
  return (
    <EmptyState icon="search" title={t('notFoundTitle')} hint={t('notFoundHint')} level={1}>
      <Link className="hz-button" to="/">
        {t('toHome')}
      </Link>
    </EmptyState>
  );
}
