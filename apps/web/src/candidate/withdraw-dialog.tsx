import { Button, Group } from '@mantine/core';
import type { MyRegistration } from '@hz/registration/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../shared/api/client';
import { ProblemAlert } from '../shared/feedback';
import { useLocalized } from '../shared/localized';
import { commonTexts, useTexts } from '../shared/texts';
import { Dialog } from '../shared/ui';
import { REGISTRATIONS_KEY } from './api';
import { candidateTexts } from './texts';

/** Says what withdrawing means, then does it. */
export function WithdrawDialog({
  registration,
  onClose,
}: {
  registration: MyRegistration | null;
  onClose: () => void;
}) {
  const t = useTexts(candidateTexts);
  const common = useTexts(commonTexts);
  const local = useLocalized();
  const client = useQueryClient();
  const withdrawing = useMutation({
    mutationFn: (id: string) => api.DELETE('/api/v1/registrations/{id}', { params: { path: { id } } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: REGISTRATIONS_KEY });
      onClose();
    },
  });
  const close = () => {
    withdrawing.reset();
    onClose();
  };
  return (
    <Dialog opened={registration !== null} onClose={close} title={t('withdrawTitle')}>
      {registration && (
        <>
          <p style={{ marginTop: 0 }}>{t('withdrawText', { title: local(registration.session.title) })}</p>
          <ProblemAlert error={withdrawing.error} />
          <Group justify="flex-end" mt="md">
            <Button variant="default" onClick={close}>
              {common('cancel')}
            </Button>
            <Button color="red" loading={withdrawing.isPending} onClick={() => withdrawing.mutate(registration.id)}>
              {t('withdraw')}
            </Button>
          </Group>
        </>
      )}
    </Dialog>
  );
}
