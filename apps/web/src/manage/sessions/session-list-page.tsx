import { Button } from '@mantine/core';
import type { SchemeView } from '@hz/competency/contract';
import { SESSION_STATUSES, type SessionView } from '@hz/registration/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Icon } from '../../shared/icons';
import { Localized, useLocalized } from '../../shared/localized';
import { useNow } from '../../shared/now';
import { useMe } from '../../shared/session/me';
import { RequireRole } from '../../shared/session/require-role';
import {
  FilterBar,
  FilterSelect,
  Listing,
  matchesSearch,
  SearchField,
  useFilters,
  useSpan,
  type Column,
} from '../../shared/staff';
import { useTexts } from '../../shared/texts';
import { Page } from '../../shared/ui';
import { managedSessionsQuery, schemesQuery } from './api';
import { SessionBadge, useStatusName } from './status';
import { sessionTexts } from './texts';

const FILTERS = ['q', 'status', 'scheme'] as const;
const MINUTE_MS = 60_000;

export function SessionListPage() {
  return (
    <RequireRole roles={['exam-manager', 'invigilator']}>
      <SessionList />
    </RequireRole>
  );
}

function SessionList() {
  const t = useTexts(sessionTexts);
  const local = useLocalized();
  const filters = useFilters();
  const statusName = useStatusName();
  const { me } = useMe();
  const { data, error, refetch } = useQuery(managedSessionsQuery);
  const { data: schemes = [] } = useQuery(schemesQuery);
  const rows = data?.filter((session) => matches(session, filters.get));
  const mayPlan = me?.roles.includes('exam-manager') === true;
  const create = mayPlan && (
    <Button component={Link} to="/manage/sessions/new" leftSection={<Icon name="plus" size={18} />}>
      {t('newSession')}
    </Button>
  );
  return (
    <Page title={t('sessions')} lead={t('sessionsLead')} actions={create}>
      <FilterBar>
        <SearchField filters={filters} label={t('searchSessions')} />
        <FilterSelect
          filters={filters}
          name="status"
          label={t('status')}
          options={SESSION_STATUSES.map((value) => ({ value, label: statusName(value) }))}
        />
        <FilterSelect
          filters={filters}
          name="scheme"
          label={t('scheme')}
          searchable
          options={schemes.map(({ versionId, body }) => ({ value: versionId, label: local(body.title) }))}
        />
      </FilterBar>
      <Listing
        label={t('sessions')}
        columns={useColumns(schemes)}
        rows={rows}
        rowKey={({ id }) => id}
        error={error}
        retry={refetch}
        filters={filters}
        filterNames={FILTERS}
        file="sessions"
        empty={{ title: t('noSessions'), hint: t('noSessionsHint'), action: create }}
      />
    </Page>
  );
}

function matches({ title, code, status, schemeVersionId }: SessionView, get: (name: string) => string): boolean {
  const is = (name: string, value: string) => get(name) === '' || get(name) === value;
  return (
    is('status', status) && is('scheme', schemeVersionId) && matchesSearch(get('q'), [title.zh, title.en ?? '', code])
  );
}

function useColumns(schemes: readonly SchemeView[]): Column<SessionView>[] {
  const t = useTexts(sessionTexts);
  const span = useSpan();
  const local = useLocalized();
  const now = useNow(MINUTE_MS);
  const statusName = useStatusName();
  const schemeName = ({ schemeVersionId }: SessionView) => {
    const scheme = schemes.find(({ versionId }) => versionId === schemeVersionId);
    return scheme ? local(scheme.body.title) : '';
  };
  const window = ({ opensAt, closesAt }: SessionView) => span(opensAt, closesAt);
  return [
    {
      key: 'title',
      header: t('title'),
      heading: true,
      wide: true,
      cell: (session) => (
        <>
          <Link to={`/manage/sessions/${session.id}`}>
            <Localized text={session.title} />
          </Link>
          <div className="hz-soft">{session.code}</div>
        </>
      ),
      text: (session) => local(session.title),
    },
    {
      key: 'status',
      header: t('status'),
      cell: (session) => <SessionBadge session={session} now={now} />,
      text: ({ status }) => statusName(status),
    },
    { key: 'scheme', header: t('scheme'), cell: schemeName, text: schemeName },
    { key: 'window', header: t('window'), cell: window, text: window },
    {
      key: 'registered',
      header: t('registered'),
      number: true,
      cell: ({ registered, capacity }) => `${registered} / ${capacity}`,
      text: ({ registered }) => registered,
    },
  ];
}
