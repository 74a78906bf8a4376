import { useState } from 'react';
import { Button, Checkbox, Group } from '@mantine/core';
import type { SessionView } from '@hz/registration/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api } from '../../shared/api/client';
import { useFormat } from '../../shared/format';
import { useLocalized } from '../../shared/localized';
import { useNow } from '../../shared/now';
import { DeedDialog } from '../../shared/staff';
import { useTexts } from '../../shared/texts';
import { gradingQuery, SESSIONS_KEY } from './api';
import { OpeningRefusal } from './opening-refusal';
import { ReleaseDialog } from './release-dialog';
import { sessionTexts } from './texts';

type Deed = 'open' | 'close' | 'cancel' | 'release';

/** What a manager may do with a session in its present state. */
export function SessionActions({ session }: { session: SessionView }) {
  const t = useTexts(sessionTexts);
  const [deed, setDeed] = useState<Deed | null>(null);
  const close = () => setDeed(null);
  const { status, id } = session;
  return (
    <Group gap="sm" className="hz-no-print">
      {status === 'draft' && (
        <>
          <Button variant="default" component={Link} to={`/manage/sessions/${id}/edit`}>
            {t('edit')}
          </Button>
          <Button onClick={() => setDeed('open')}>{t('open')}</Button>
        </>
      )}
      {status === 'open' && <Button onClick={() => setDeed('close')}>{t('close')}</Button>}
      {status === 'closed' && <Button onClick={() => setDeed('release')}>{t('release')}</Button>}
      {(status === 'draft' || status === 'open') && (
        <Button variant="outline" color="red" onClick={() => setDeed('cancel')}>
          {t('cancel')}
        </Button>
      )}
      <OpenDialog session={session} opened={deed === 'open'} onClose={close} />
      <CloseDialog session={session} opened={deed === 'close'} onClose={close} />
      <CancelDialog session={session} opened={deed === 'cancel'} onClose={close} />
      {deed === 'release' && <ReleaseDialog session={session} onClose={close} />}
    </Group>
  );
}

interface DialogProps {
  session: SessionView;
  opened: boolean;
  onClose: () => void;
}

/** Does something to a session and reads everything about sessions anew. */
function useSessionDeed<Input = void>(deed: (input: Input) => Promise<unknown>) {
  const client = useQueryClient();
  return async (input: Input) => {
    await deed(input);
    await client.invalidateQueries({ queryKey: SESSIONS_KEY });
  };
}
const at = (session: SessionView) => ({ params: { path: { id: session.id } } });

function OpenDialog({ session, opened, onClose }: DialogProps) {
  const t = useTexts(sessionTexts);
  const local = useLocalized();
  const open = useSessionDeed(() => api.POST('/api/v1/sessions/{id}/opening', at(session)));
  return (
    <DeedDialog
      opened={opened}
      onClose={onClose}
      title={t('openTitle')}
      confirm={t('open')}
      run={() => open()}
      refusal={(error) => <OpeningRefusal error={error} />}
    >
      {t('openText', { title: local(session.title), capacity: session.capacity })}
    </DeedDialog>
  );
}

function CloseDialog({ session, opened, onClose }: DialogProps) {
  const t = useTexts(sessionTexts);
  const format = useFormat();
  const now = useNow();
  const closeNow = useSessionDeed((early: boolean) =>
    api.POST('/api/v1/sessions/{id}/closing', { ...at(session), body: { early } }),
  );
  const { data: grading } = useQuery({ ...gradingQuery(session.id), enabled: opened });
  const [early, setEarly] = useState(false);
  const isEarly = now < session.closesAt;
  const begun = grading ? grading.attempts.started + grading.attempts.submitted : 0;
  return (
    <DeedDialog
      opened={opened}
      onClose={onClose}
      title={t('closeTitle')}
      confirm={t('close')}
      danger={isEarly}
      disabled={isEarly && !early}
      run={() => closeNow(isEarly)}
    >
      <p style={{ marginTop: 0 }}>{t('closeText', { running: grading?.attempts.started ?? '…' })}</p>
      {isEarly && (
        <>
          <p>
            {t('closeEarly', {
              at: format.instant(session.closesAt),
              count: grading ? Math.max(0, session.registered - begun) : '…',
            })}
          </p>
          <Checkbox
            label={t('closeEarlyConfirm')}
            checked={early}
            onChange={(event) => setEarly(event.currentTarget.checked)}
          />
        </>
      )}
    </DeedDialog>
  );
}

function CancelDialog({ session, opened, onClose }: DialogProps) {
  const t = useTexts(sessionTexts);
  const cancel = useSessionDeed((reason: string) =>
    api.POST('/api/v1/sessions/{id}/cancellation', { ...at(session), body: { reason } }),
  );
  return (
    <DeedDialog
      opened={opened}
      onClose={onClose}
      title={t('cancelTitle')}
      confirm={t('cancel')}
      danger
      reason
      run={cancel}
    >
      {session.registered === 0 && session.status === 'draft'
        ? t('cancelDraftText')
        : t('cancelText', { count: session.registered })}
    </DeedDialog>
  );
}
