import type { MarkingQueue } from '@hz/grading/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useFormat } from '../shared/format';
import { useLocalized } from '../shared/localized';
import { RequireRole } from '../shared/session/require-role';
import {
  FilterBar,
  Listing,
  matchesSearch,
  plainText,
  SearchField,
  ShareBar,
  useFilters,
  type Column,
} from '../shared/staff';
import { useTexts } from '../shared/texts';
import { Page } from '../shared/ui';
import { queuesQuery } from './api';
import { eachMs, readPace } from './pace';
import { markingTexts } from './texts';

export function QueuesPage() {
  return (
    <RequireRole roles={['marker']}>
      <Queues />
    </RequireRole>
  );
}

function Queues() {
  const t = useTexts(markingTexts);
  const local = useLocalized();
  const format = useFormat();
  const filters = useFilters();
  const { data, error, refetch } = useQuery(queuesQuery);
  const pace = readPace();
  const each = eachMs(pace);
  const rows = data?.filter(({ stem, sessionTitle }) =>
    matchesSearch(filters.get('q'), [local(stem), local(sessionTitle)]),
  );
  return (
    <Page width="wide" title={t('marking')} lead={t('lead')}>
      {each !== null && (
        <p className="hz-soft hz-tabular" style={{ margin: 0 }}>
          {t('pace', { count: pace.scripts, each: format.duration(each) })}
        </p>
      )}
      <FilterBar>
        <SearchField filters={filters} label={t('searchQueues')} />
      </FilterBar>
      <Listing
        label={t('marking')}
        columns={useColumns(each)}
        rows={rows}
        rowKey={({ sessionId, itemVersionId }) => `${sessionId}/${itemVersionId}`}
        error={error}
        retry={refetch}
        filters={filters}
        filterNames={['q']}
        empty={{ title: t('noQueues'), hint: t('noQueuesHint') }}
      />
    </Page>
  );
}

function useColumns(each: number | null): Column<MarkingQueue>[] {
  const t = useTexts(markingTexts);
  const local = useLocalized();
  const format = useFormat();
  return [
    {
      key: 'item',
      header: t('item'),
      heading: true,
      wide: true,
      cell: ({ stem }) => plainText(local(stem), 90),
    },
    { key: 'session', header: t('session'), cell: ({ sessionTitle }) => local(sessionTitle) },
    { key: 'max', header: t('maxPoints'), number: true, cell: ({ maxPoints }) => format.points(maxPoints) },
    { key: 'waiting', header: t('waiting'), number: true, cell: ({ waiting }) => waiting },
    { key: 'claimed', header: t('claimed'), number: true, cell: ({ claimed }) => claimed },
    {
      key: 'progress',
      header: t('progress'),
      cell: ({ marked, waiting, claimed, holding }) => {
        const all = marked + waiting + claimed + (holding ? 1 : 0);
        return (
          <div style={{ minWidth: 120 }}>
            <span className="hz-tabular">
              {marked} / {all}
            </span>
            <ShareBar value={marked} of={all} />
            {each !== null && waiting > 0 && (
              <span className="hz-soft" style={{ fontSize: 14 }}>
                {t('estimate', { time: format.duration(each * waiting) })}
              </span>
            )}
          </div>
        );
      },
    },
    { key: 'mine', header: t('mine'), number: true, cell: ({ mine }) => mine },
    {
      key: 'open',
      header: t('toDesk'),
      cell: (queue) => <OpenQueue queue={queue} />,
    },
  ];
}

function OpenQueue({ queue: { sessionId, itemVersionId, waiting, holding, stem } }: { queue: MarkingQueue }) {
  const t = useTexts(markingTexts);
  const local = useLocalized();
  if (waiting === 0 && !holding) return <span className="hz-soft">{t('nothingWaiting')}</span>;
  const text = t(holding ? 'goOn' : 'start');
  return (
    <Link
      className="hz-button hz-button--primary"
      to={`/marking/${sessionId}/${itemVersionId}`}
      aria-label={`${text}: ${plainText(local(stem), 40)}`}
      style={{ whiteSpace: 'nowrap' }}
    >
      {text}
    </Link>
  );
}
