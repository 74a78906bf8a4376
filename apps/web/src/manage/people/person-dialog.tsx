import { Modal, Stack } from '@mantine/core';
import type { AccountRowView } from '@hz/identity/contract';
import { useMe } from '../../shared/session/me';
import { commonTexts, useTexts } from '../../shared/texts';
import { AccommodationForm } from './accommodation-form';
import { AccountForm } from './account-form';
import { peopleTexts } from './texts';

/** What may be changed about a person: the account by administrators, the accommodation by exam managers. */
export function PersonDialog({ person, onClose }: { person: AccountRowView | null; onClose: () => void }) {
  const t = useTexts(peopleTexts);
  const common = useTexts(commonTexts);
  const { me } = useMe();
  return (
    <Modal
      opened={person !== null}
      onClose={onClose}
      size="lg"
      title={t('manageTitle', { name: person?.legalName ?? '' })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      {person && (
        <Stack gap="xl" key={person.id}>
          <p className="hz-soft" style={{ margin: 0 }}>
            {person.email}
          </p>
          {me?.roles.includes('administrator') === true && <AccountForm person={person} />}
          {me?.roles.includes('exam-manager') === true && <AccommodationForm person={person} />}
        </Stack>
      )}
    </Modal>
  );
}
