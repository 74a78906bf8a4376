import { RequireRole } from '../../shared/session/require-role';
import type { AuditEntryView } from '@hz/audit/contract';
import { api, dataOf } from '../../shared/api/client';
import type { QueryOf } from '../../shared/api/types';
import { useFormat } from '../../shared/format';
import {
  allPages,
  FilterBar,
  Listing,
  SearchField,
  useFilters,
  usePages,
  type Column,
  type Filters,
  type PagedList,
} from '../../shared/staff';
import { useTexts } from '../../shared/texts';
import { Page } from '../../shared/ui';
import classes from './audit.module.css';
import { ChainCheck } from './chain-check';
import { auditTexts } from './texts';

const entries = (query: QueryOf<'/api/v1/audit-entries'>): PagedList<AuditEntryView> => ({
  queryKey: ['audit', query],
  read: (place, signal) =>
    dataOf(api.GET('/api/v1/audit-entries', { params: { query: { ...query, ...place } }, signal })),
});

export function AuditPage() {
  return (
    <RequireRole roles={['auditor', 'administrator']}>
      <Audit />
    </RequireRole>
  );
}

function Audit() {
  const t = useTexts(auditTexts);
  const filters = useFilters();
  const list = entries({
    actor: filters.given('actor'),
    action: filters.given('action'),
    objectId: filters.given('object'),
  });
  const { rows, total, error, retry, more, loadingMore } = usePages(list);
  return (
    <Page width="wide" title={t('audit')} lead={t('lead')}>
      <ChainCheck />
      <FilterBar>
        <SearchField filters={filters} name="action" label={t('action')} placeholder="registration.session-" />
        <SearchField filters={filters} name="actor" label={t('actor')} placeholder="account:…" />
        <SearchField filters={filters} name="object" label={t('object')} placeholder="…" />
      </FilterBar>
      <Listing
        label={t('audit')}
        columns={useColumns(filters)}
        rows={rows}
        rowKey={({ id }) => id}
        error={error}
        retry={retry}
        filters={filters}
        filterNames={['actor', 'action', 'object']}
        dense
        file="audit-entries"
        exportRows={() => allPages(list)}
        paging={{ more, loadingMore, total }}
        empty={{ title: t('noEntries'), hint: t('noEntriesHint') }}
      />
    </Page>
  );
}

function useColumns(filters: Filters): Column<AuditEntryView>[] {
  const t = useTexts(auditTexts);
  const format = useFormat();
  const at = ({ at: moment }: AuditEntryView) => format.instant(moment, { seconds: true });
  return [
    {
      key: 'no',
      header: t('no'),
      number: true,
      cell: ({ no }) => no ?? <span className="hz-soft">{t('notSealed')}</span>,
      text: ({ no }) => no,
    },
    { key: 'at', header: t('at'), cell: at, text: ({ at: moment }) => new Date(moment).toISOString() },
    {
      key: 'action',
      header: t('what'),
      heading: true,
      cell: ({ action }) => <Only filters={filters} name="action" value={action} />,
      text: ({ action }) => action,
    },
    {
      key: 'actor',
      header: t('who'),
      cell: ({ actor }) => <Only filters={filters} name="actor" value={actor} />,
      text: ({ actor }) => actor,
    },
    {
      key: 'object',
      header: t('which'),
      cell: ({ objectType, objectId }) => (
        <>
          {objectType} <Only filters={filters} name="object" value={objectId} />
        </>
      ),
      text: ({ objectType, objectId }) => `${objectType}:${objectId}`,
    },
    {
      key: 'details',
      header: t('details'),
      cell: (entry) => <Details entry={entry} />,
      text: ({ details }) => JSON.stringify(details),
    },
    { key: 'hash', header: t('hash'), exportOnly: true, cell: () => null, text: ({ hash }) => hash },
  ];
}

const LONG_ID = /^(.*:)?([\da-f-]{36})$/;

/** A value that filters the list by itself; long ids show their end. */
function Only({ filters, name, value }: { filters: Filters; name: string; value: string }) {
  const t = useTexts(auditTexts);
  const shown = LONG_ID.test(value)
    ? value.replace(LONG_ID, (_, before = '') => `${before}…${value.slice(-8)}`)
    : value;
  return (
    <button
      type="button"
      className={classes.only}
      title={value}
      aria-label={t('onlyThis', { value })}
      onClick={() => filters.set(name, value)}
    >
      {shown}
    </button>
  );
}

function Details({ entry: { details, hash } }: { entry: AuditEntryView }) {
  const t = useTexts(auditTexts);
  const rows = Object.entries(details);
  if (rows.length === 0 && hash === null) return null;
  return (
    <details className={classes.details}>
      <summary>{t('details')}</summary>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
          </div>
        ))}
        {hash !== null && (
          <div>
            <dt>{t('hash')}</dt>
            <dd>{hash}</dd>
          </div>
        )}
      </dl>
    </details>
  );
}
