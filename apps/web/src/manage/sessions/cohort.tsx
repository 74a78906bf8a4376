import { useQuery } from '@tanstack/react-query';
import { Progress } from '@mantine/core';
import { api, dataOf } from '../../shared/api/client';
import { useTexts } from '../../shared/texts';
import { Section } from '../../shared/ui';
import { cohortTexts } from './cohort-texts';

const AGAIN_MS = 5_000;

/** How far the certificates of a session are, and all of them as one archive. */
export function CertificateCohort({ sessionId }: { sessionId: string }) {
  const t = useTexts(cohortTexts);
  const { data } = useQuery({
    queryKey: ['sessions', sessionId, 'certificates'],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/admin/sessions/{sessionId}/certificates', { params: { path: { sessionId } }, signal })),
    refetchInterval: ({ state }) => (state.data && state.data.issued < state.data.awarded ? AGAIN_MS : false),
  });
  if (data === undefined || data.awarded === 0) return null;
  return (
    <Section title={t('certificates')}>
      <p>{t('progress', data)}</p>
      <Progress value={(data.issued / data.awarded) * 100} aria-label={t('certificates')} />
      {data.printed > 0 && (
        <p>
          <a className="hz-button" href={`/api/v1/admin/sessions/${sessionId}/certificates/archive`} download>
            {t('download', { count: data.printed })}
          </a>
        </p>
      )}
    </Section>
  );
}
