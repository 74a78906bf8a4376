import { useQuery } from '@tanstack/react-query';
import { isProblem } from '../shared/api/problem';
import { Notice } from '../shared/feedback';
import { RequireRole } from '../shared/session/require-role';
import { FilterBar, Listing, matchesSearch, SearchField, useFilters, type Column, type Filters } from '../shared/staff';
import { useTexts } from '../shared/texts';
import { Page, Section } from '../shared/ui';
import { JOB_STATES, queuesQuery, type JobState, type QueueView } from './api';
import { JobList } from './job-list';
import { StuckDeliveries } from './stuck-deliveries';
import { adminTexts } from './texts';

export function QueuesPage() {
  return (
    <RequireRole roles={['administrator']}>
      <Queues />
    </RequireRole>
  );
}

function Queues() {
  const t = useTexts(adminTexts);
  const filters = useFilters();
  const { data, error, refetch } = useQuery(queuesQuery);
  const rows = data?.filter(({ name, jobs }) => matchesSearch(filters.get('q'), [name, ...jobs]));
  const state = JOB_STATES.find((known) => known === filters.get('state')) ?? 'failed';
  const queue = data?.find(({ name }) => name === filters.get('queue'));
  return (
    <Page width="wide" title={t('queues')} lead={t('queuesLead')}>
      {isProblem(error, 'platform.unavailable') && <Notice tone="amber" title={t('unreachable')} live />}
      <StuckDeliveries />
      <Section title={t('queue')}>
        <FilterBar>
          <SearchField filters={filters} label={t('searchQueues')} />
        </FilterBar>
        <Listing
          label={t('queues')}
          columns={useColumns(filters)}
          rows={rows}
          rowKey={({ name }) => name}
          error={error}
          retry={refetch}
          filters={filters}
          filterNames={['q']}
          dense
          empty={{ title: t('noQueues'), hint: t('noQueuesHint') }}
        />
      </Section>
      {queue && <JobList queue={queue.name} state={state} filters={filters} />}
    </Page>
  );
}

function useColumns(filters: Filters): Column<QueueView>[] {
  const t = useTexts(adminTexts);
  const count = (state: JobState): Column<QueueView> => ({
    key: state,
    header: t(state),
    number: true,
    cell: ({ name, counts }) =>
      counts[state] === 0 ? (
        <span className="hz-soft">0</span>
      ) : (
        <button
          type="button"
          className="hz-button"
          style={{ minHeight: 32, padding: '2px 12px', ...(state === 'failed' && { color: 'var(--hz-red)' }) }}
          aria-label={`${counts[state]}. ${t('showJobs', { queue: name, state: t(state) })}`}
          onClick={() => {
            filters.set('queue', name);
            filters.set('state', state);
          }}
        >
          {counts[state]}
        </button>
      ),
  });
  return [
    { key: 'name', header: t('queue'), heading: true, cell: ({ name }) => name },
    {
      key: 'jobs',
      header: t('jobs'),
      wide: true,
      cell: ({ jobs }) => <span className="hz-soft">{jobs.join(' · ')}</span>,
    },
    ...JOB_STATES.map(count),
  ];
}
