import type { ReleaseBlockers } from '@hz/grading/contract';
import type { SessionView } from '@hz/registration/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api/client';
import { ApiProblem } from '../../shared/api/problem';
import { ErrorState, LoadingState, Notice } from '../../shared/feedback';
import { DeedDialog } from '../../shared/staff';
import { useTexts } from '../../shared/texts';
import { gradingQuery, SESSIONS_KEY } from './api';
import { sessionTexts } from './texts';

const BLOCKERS = {
  running: 'blockRunning',
  unscored: 'blockUnscored',
  toMark: 'blockToMark',
  unsettled: 'blockUnsettled',
} as const satisfies Record<keyof ReleaseBlockers, string>;

/** What stands between a session and its release, in words. */
export function Blockers({ blockers }: { blockers: ReleaseBlockers }) {
  const t = useTexts(sessionTexts);
  const names = Object.keys(BLOCKERS) as (keyof ReleaseBlockers)[];
  return (
    <ul>
      {names
        .filter((name) => blockers[name] > 0)
        .map((name) => (
          <li key={name}>{t(BLOCKERS[name], { count: blockers[name] })}</li>
        ))}
    </ul>
  );
}

/** Releases the results, after saying how many will see what. */
export function ReleaseDialog({ session, onClose }: { session: SessionView; onClose: () => void }) {
  const t = useTexts(sessionTexts);
  const client = useQueryClient();
  const { data, error, refetch } = useQuery({ ...gradingQuery(session.id), staleTime: 0 });
  const release = async () => {
    await api.POST('/api/v1/sessions/{id}/release', { params: { path: { id: session.id } } });
    await client.invalidateQueries({ queryKey: SESSIONS_KEY });
  };
  return (
    <DeedDialog
      opened
      onClose={onClose}
      title={t('releaseTitle')}
      confirm={t('release')}
      disabled={data?.releasable !== true}
      run={release}
      refusal={(refused) => <Refusal error={refused} />}
    >
      {error && !data && <ErrorState error={error} onRetry={refetch} />}
      {!error && !data && <LoadingState title={false} rows={1} />}
      {data && data.releasable && (
        <p style={{ margin: 0 }}>{t('releaseText', { settled: data.settled, ...data.outcomes })}</p>
      )}
      {data && !data.releasable && (
        <Notice tone="amber" title={t('releaseNotReady')}>
          <Blockers blockers={data.blockers} />
        </Notice>
      )}
    </DeedDialog>
  );
}

function Refusal({ error }: { error: unknown }) {
  if (!(error instanceof ApiProblem) || error.code !== 'grading.release-not-ready') return null;
  const count = (name: string) => Number(error.document.params[name] ?? 0);
  return (
    <Blockers
      blockers={{
        running: count('running'),
        unscored: count('unscored'),
        toMark: count('toMark'),
        unsettled: count('unsettled'),
      }}
    />
  );
}
