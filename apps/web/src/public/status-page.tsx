import type { PlatformStatus } from '@hz/delivery/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../shared/api/client';
import { isProblem } from '../shared/api/problem';
import { EmptyState, ErrorState, LoadingState, Notice } from '../shared/feedback';
import { useFormat } from '../shared/format';
import { DataTable } from '../shared/staff/data-table';
import { Figures } from '../shared/staff/figures';
import { useTexts } from '../shared/texts';
import { Page, Section, whole } from '../shared/ui';
import { statusTexts } from './status-texts';

const EVERY_MS = 30_000;

const statusQuery = queryOptions({
  queryKey: ['status'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/v1/status', { signal })),
  refetchInterval: EVERY_MS,
  retry: false,
});

/** `/status`: how the platform is doing, for everybody. */
export function StatusPage() {
  const t = useTexts(statusTexts);
  const { data, error, refetch } = useQuery(statusQuery);
  // What was read before the platform went away says nothing of now.
  const isDown = error !== null && !(isProblem(error) && error.status < 500);
  return (
    <Page title={t('title')} lead={t('lead')}>
      {isDown && (
        <Notice tone="red" title={t('down')} live>
          <p>{t('downHint')}</p>
        </Notice>
      )}
      {error && !isDown && <ErrorState error={error} onRetry={refetch} />}
      {!data && !error && <LoadingState title={false} />}
      {data && !error && <Up status={data} />}
      {data && <IncidentList incidents={data.incidents} />}
    </Page>
  );
}

function Up({ status }: { status: PlatformStatus }) {
  const t = useTexts(statusTexts);
  const format = useFormat();
  return (
    <>
      <Notice tone="calm" icon="check-circle" title={t('up')}>
        <p>
          {status.upSince !== null && `${t('upSince', { at: format.instant(status.upSince) })} · `}
          {t('checked', { at: format.instant(status.serverTime, { seconds: true, zone: true }) })}
        </p>
      </Notice>
      <Section title={t('today')}>
        <Figures
          rows={[
            { label: t('running'), value: status.running },
            { label: t('atWork'), value: status.candidatesAtWork },
            { label: t('later'), value: status.laterToday },
            { label: t('ended'), value: status.endedToday },
          ]}
        />
      </Section>
    </>
  );
}

function IncidentList({ incidents }: { incidents: PlatformStatus['incidents'] }) {
  const t = useTexts(statusTexts);
  const format = useFormat();
  return (
    <Section title={t('incidents')} note={t('incidentsNote')}>
      {incidents.length === 0 ? (
        <EmptyState icon="check-circle" title={t('none')} hint={t('noneHint')} level={3} />
      ) : (
        <DataTable
          label={t('incidents')}
          columns={[
            { key: 'what', header: t('what'), heading: true, cell: ({ kind }) => t(kind) },
            { key: 'when', header: t('when'), cell: ({ beganAt, endedAt }) => whole(format.span(beganAt, endedAt)) },
            { key: 'lasted', header: t('lasted'), cell: ({ beganAt, endedAt }) => format.duration(endedAt - beganAt) },
            { key: 'extended', header: t('extended'), number: true, cell: ({ extended }) => extended },
            { key: 'resits', header: t('resits'), number: true, cell: ({ resits }) => resits },
          ]}
          rows={incidents}
          rowKey={({ kind, beganAt, endedAt, extended }) => `${kind}-${beganAt}-${endedAt}-${extended}`}
        />
      )}
    </Section>
  );
}
