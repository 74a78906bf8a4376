import { Link } from 'react-router';
import { api, dataOf } from '../shared/api/client';
import type { QueryOf, Schema } from '../shared/api/types';
import { allPages, FilterBar, Listing, SearchField, useFilters, usePages, type PagedList } from '../shared/staff';
import { useTexts } from '../shared/texts';
import { institutionTexts } from './texts';

type Person = Schema<'InstitutionPerson'>;

const peopleOf = (id: string, query: QueryOf<'/api/v1/institutions/{id}/people'>): PagedList<Person> => ({
  queryKey: ['institutions', id, 'people', query],
  read: (place, signal) => {
    const params = { path: { id }, query: { ...query, ...place } };
    return dataOf(api.GET('/api/v1/institutions/{id}/people', { params, signal }));
  },
});

export function InstitutionPeople({ institutionId }: { institutionId: string }) {
  const t = useTexts(institutionTexts);
  const filters = useFilters();
  const people = peopleOf(institutionId, { search: filters.given('q') });
  const { rows, total, error, retry, more, loadingMore } = usePages(people);
  return (
    <div style={{ display: 'grid', gap: 16 }}>
      <FilterBar>
        <SearchField filters={filters} label={t('searchPeople')} />
      </FilterBar>
      <Listing
        label={t('tabPeople')}
        rows={rows}
        rowKey={({ personId }) => personId}
        error={error}
        retry={retry}
        filters={filters}
        filterNames={['q']}
        file="people"
        exportRows={() => allPages(people)}
        paging={{ more, loadingMore, total }}
        empty={{ title: t('noPeople'), hint: t('noPeopleHint') }}
        columns={[
          {
            key: 'name',
            header: t('name'),
            heading: true,
            cell: ({ legalName }) => legalName,
            text: ({ legalName }) => legalName,
          },
          {
            key: 'display',
            header: t('displayName'),
            cell: ({ displayName }) => displayName,
            text: ({ displayName }) => displayName,
          },
          {
            key: 'registrations',
            header: t('tabRegistrations'),
            cell: ({ legalName }) => (
              <Link
                to={`/institution?tab=registrations&q=${encodeURIComponent(legalName)}`}
                aria-label={t('registrationsFor', { name: legalName })}
              >
                {t('registrationsOf')}
              </Link>
            ),
          },
        ]}
      />
    </div>
  );
}
