import { Link } from 'react-router';
import { allPages, FilterBar, Listing, SearchField, useFilters, usePages } from '../shared/staff';
import { useTexts } from '../shared/texts';
import { institutionTexts } from './texts';

interface Person {
  personId: string;
  displayName: string;
  legalName: string;
}

export function InstitutionPeople({ institutionId }: { institutionId: string }) {
  const t = useTexts(institutionTexts);
  const filters = useFilters();
  const path = `/api/v1/institutions/${institutionId}/people`;
  const query = { search: filters.get('q') };
  const { rows, total, error, retry, more, loadingMore } = usePages<Person>(
    ['institutions', institutionId, 'people'],
    path,
    query,
  );
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
        exportRows={() => allPages<Person>(path, query)}
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
