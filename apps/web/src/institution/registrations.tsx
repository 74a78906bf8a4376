import { REGISTRATION_STATUSES, type InstitutionRegistration } from '@hz/registration/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, dataOf } from '../shared/api/client';
import { useFormat } from '../shared/format';
import { useLocalized } from '../shared/localized';
import {
  allPages,
  FilterBar,
  FilterSelect,
  Listing,
  matchesSearch,
  SearchField,
  useFilters,
  type Column,
  type PagedList,
} from '../shared/staff';
import { useTexts } from '../shared/texts';
import { Badge } from '../shared/ui';
import { institutionTexts } from './texts';

const registrationsOf = (id: string): PagedList<InstitutionRegistration> => ({
  queryKey: ['institutions', id, 'registrations'],
  read: (place, signal) =>
    dataOf(api.GET('/api/v1/institutions/{id}/registrations', { params: { path: { id }, query: place }, signal })),
});

export function InstitutionRegistrations({ institutionId }: { institutionId: string }) {
  const t = useTexts(institutionTexts);
  const filters = useFilters();
  const list = registrationsOf(institutionId);
  const { data, error, refetch } = useQuery({
    queryKey: list.queryKey,
    // The server does not search in this list, so the page needs all of it.
    queryFn: ({ signal }) => allPages(list, signal),
  });
  const rows = data?.filter(
    ({ name, ticketNo, sessionTitle, status }) =>
      matchesSearch(filters.get('q'), [name, ticketNo, sessionTitle.zh, sessionTitle.en]) &&
      (filters.get('status') === '' || filters.get('status') === status),
  );
  return (
    <div style={{ display: 'grid', gap: 16 }}>
      <FilterBar>
        <SearchField filters={filters} label={t('searchRegistrations')} />
        <FilterSelect
          filters={filters}
          name="status"
          label={t('status')}
          options={REGISTRATION_STATUSES.map((value) => ({ value, label: t(value) }))}
        />
      </FilterBar>
      <Listing
        label={t('tabRegistrations')}
        columns={useColumns()}
        rows={rows}
        rowKey={({ id }) => id}
        error={error}
        retry={refetch}
        filters={filters}
        filterNames={['q', 'status']}
        file="registrations"
        empty={{
          title: t('noRegistrations'),
          hint: t('noRegistrationsHint'),
          action: (
            <Link className="hz-button" to="/">
              {t('toCertifications')}
            </Link>
          ),
        }}
      />
    </div>
  );
}

function useColumns(): Column<InstitutionRegistration>[] {
  const t = useTexts(institutionTexts);
  const local = useLocalized();
  const format = useFormat();
  return [
    { key: 'name', header: t('name'), heading: true, cell: ({ name }) => name, text: ({ name }) => name },
    {
      key: 'session',
      header: t('session'),
      wide: true,
      cell: ({ sessionId, sessionTitle }) => <Link to={`/sessions/${sessionId}`}>{local(sessionTitle)}</Link>,
      text: ({ sessionTitle }) => local(sessionTitle),
    },
    {
      key: 'opens',
      header: t('opensAt'),
      cell: ({ opensAt }) => format.instant(opensAt),
      text: ({ opensAt }) => format.instant(opensAt),
    },
    {
      key: 'status',
      header: t('status'),
      cell: ({ status }) => <Badge tone={status === 'confirmed' ? 'calm' : 'plain'}>{t(status)}</Badge>,
      text: ({ status }) => t(status),
    },
    { key: 'ticket', header: t('ticket'), cell: ({ ticketNo }) => ticketNo, text: ({ ticketNo }) => ticketNo },
    {
      key: 'registered',
      header: t('registeredAt'),
      cell: ({ registeredAt }) => format.instant(registeredAt),
      text: ({ registeredAt }) => format.instant(registeredAt),
    },
  ];
}
