import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../shared/api/client';
import { ErrorState, Notice, ProblemAlert } from '../shared/feedback';
import { useFormat } from '../shared/format';
import { DataTable } from '../shared/staff';
import { useTexts } from '../shared/texts';
import { Section } from '../shared/ui';
import { stuckQuery, type StuckDelivery } from './api';
import { adminTexts } from './texts';

/** What of the outbox failed for good and waits for a person. */
export function StuckDeliveries() {
  const t = useTexts(adminTexts);
  const format = useFormat();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(stuckQuery);
  const retrying = useMutation({
    mutationFn: ({ outboxId, job }: StuckDelivery) =>
      api.POST('/api/v1/outbox/{id}/retry', { params: { path: { id: outboxId } }, body: { job } }),
    onSettled: () => client.invalidateQueries({ queryKey: stuckQuery.queryKey }),
  });
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return null;
  if (data.length === 0) return <Notice tone="calm" icon="check-circle" title={t('noStuck')} />;
  return (
    <Section title={t('stuck')} note={t('stuckNote')}>
      <ProblemAlert error={retrying.error} />
      <DataTable
        label={t('stuck')}
        dense
        rows={data}
        rowKey={({ outboxId, job }) => `${outboxId}-${job}`}
        columns={[
          { key: 'job', header: t('job'), heading: true, cell: ({ job }) => job },
          { key: 'event', header: t('event'), cell: ({ event }) => event },
          {
            key: 'key',
            header: t('key'),
            cell: ({ key }) => <span style={{ overflowWrap: 'anywhere' }}>{key}</span>,
          },
          { key: 'attempts', header: t('attempts'), number: true, cell: ({ attempts }) => attempts },
          { key: 'error', header: t('failure'), wide: true, cell: ({ error: message }) => message },
          { key: 'at', header: t('stuckAt'), cell: ({ stuckAt }) => format.instant(stuckAt) },
          {
            key: 'retry',
            header: t('retry'),
            cell: (row) => (
              <Button
                size="compact-md"
                variant="default"
                loading={retrying.isPending && retrying.variables.outboxId === row.outboxId}
                aria-label={t('retryFor', { id: `${row.job} ${row.outboxId}` })}
                onClick={() => retrying.mutate(row)}
              >
                {t('retry')}
              </Button>
            ),
          },
        ]}
      />
    </Section>
  );
}
