import { Button, SegmentedControl } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../shared/api/client';
import { ProblemAlert } from '../shared/feedback';
import { useFormat } from '../shared/format';
import { Listing, type Filters } from '../shared/staff';
import { useTexts } from '../shared/texts';
import { Section } from '../shared/ui';
import { JOB_STATES, jobsQuery, QUEUES_KEY, type JobState } from './api';
import { adminTexts } from './texts';

/** The jobs of a queue in one state; failed ones can be run again. */
export function JobList({ queue, state, filters }: { queue: string; state: JobState; filters: Filters }) {
  const t = useTexts(adminTexts);
  const format = useFormat();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(jobsQuery(queue, state));
  const retrying = useMutation({
    mutationFn: (id: string) =>
      api.POST('/api/v1/queues/{name}/jobs/{id}/retry', { params: { path: { name: queue, id } } }),
    onSettled: () => client.invalidateQueries({ queryKey: QUEUES_KEY }),
  });
  return (
    <Section title={t('jobsOf', { queue, state: t(state) })}>
      <div style={{ overflowX: 'auto' }}>
        <SegmentedControl
          aria-label={t('state')}
          data={JOB_STATES.map((value) => ({ value, label: t(value) }))}
          value={state}
          onChange={(value) => filters.set('state', value)}
        />
      </div>
      <ProblemAlert error={retrying.error} />
      <Listing
        label={t('jobsOf', { queue, state: t(state) })}
        rows={data}
        rowKey={({ id }) => id}
        error={error}
        retry={refetch}
        filters={filters}
        dense
        file={`jobs-${queue}-${state}`}
        empty={{ title: t('noJobs'), hint: t('noJobsHint') }}
        columns={[
          { key: 'job', header: t('job'), heading: true, cell: ({ name }) => name, text: ({ name }) => name },
          {
            key: 'id',
            header: t('jobId'),
            cell: ({ id }) => <span style={{ overflowWrap: 'anywhere' }}>{id}</span>,
            text: ({ id }) => id,
          },
          {
            key: 'added',
            header: t('addedAt'),
            cell: ({ addedAt }) => format.instant(addedAt, { seconds: true }),
            text: ({ addedAt }) => new Date(addedAt).toISOString(),
          },
          {
            key: 'attempts',
            header: t('attempts'),
            number: true,
            cell: ({ attempts }) => attempts,
            text: ({ attempts }) => attempts,
          },
          {
            key: 'failure',
            header: t('failure'),
            wide: true,
            cell: ({ failure }) => failure ?? '',
            text: ({ failure }) => failure,
          },
          {
            key: 'retry',
            header: t('retry'),
            cell: ({ id }) =>
              state === 'failed' && (
                <Button
                  size="compact-md"
                  variant="default"
                  loading={retrying.isPending && retrying.variables === id}
                  aria-label={t('retryFor', { id })}
                  onClick={() => retrying.mutate(id)}
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
