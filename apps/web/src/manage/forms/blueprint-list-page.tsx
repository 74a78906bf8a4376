import type { BlueprintView } from '@hz/assembly/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useFormat } from '../../shared/format';
import { useLocalized } from '../../shared/localized';
import { RequireRole } from '../../shared/session/require-role';
import {
  FilterBar,
  FilterSelect,
  Listing,
  matchesSearch,
  SearchField,
  useFilters,
  type Column,
} from '../../shared/staff';
import { useTexts } from '../../shared/texts';
import { Page } from '../../shared/ui';
import { schemesQuery } from '../sessions/api';
import { blueprintsQuery } from './api';
import { formTexts } from './texts';

export function BlueprintListPage() {
  return (
    <RequireRole roles={['exam-manager', 'author', 'reviewer']}>
      <BlueprintList />
    </RequireRole>
  );
}

function BlueprintList() {
  const t = useTexts(formTexts);
  const local = useLocalized();
  const filters = useFilters();
  const { data, error, refetch } = useQuery(blueprintsQuery);
  const { data: schemes = [] } = useQuery(schemesQuery);
  const schemeName = (id: string) => {
    const scheme = schemes.find(({ versionId }) => versionId === id);
    return scheme ? local(scheme.body.title) : '';
  };
  const rows = data?.filter(
    ({ code, body, schemeVersionId }) =>
      matchesSearch(filters.get('q'), [code, body.title.zh, body.title.en]) &&
      (filters.get('scheme') === '' || filters.get('scheme') === schemeVersionId),
  );
  return (
    <Page title={t('blueprints')} lead={t('blueprintsLead')}>
      <FilterBar>
        <SearchField filters={filters} label={t('searchBlueprints')} />
        <FilterSelect
          filters={filters}
          name="scheme"
          label={t('scheme')}
          searchable
          options={schemes.map(({ versionId, body }) => ({ value: versionId, label: local(body.title) }))}
        />
      </FilterBar>
      <Listing
        label={t('blueprints')}
        columns={useColumns(schemeName)}
        rows={rows}
        rowKey={({ id }) => id}
        error={error}
        retry={refetch}
        filters={filters}
        filterNames={['q', 'scheme']}
        file="blueprints"
        empty={{ title: t('noBlueprints'), hint: t('noBlueprintsHint') }}
      />
    </Page>
  );
}

function useColumns(schemeName: (id: string) => string): Column<BlueprintView>[] {
  const t = useTexts(formTexts);
  const local = useLocalized();
  const format = useFormat();
  return [
    {
      key: 'title',
      header: t('blueprint'),
      heading: true,
      wide: true,
      cell: ({ id, code, body }) => (
        <>
          <Link to={`/manage/blueprints/${id}`}>{local(body.title)}</Link>
          <div className="hz-soft">{code}</div>
        </>
      ),
      text: ({ code }) => code,
    },
    {
      key: 'version',
      header: t('version'),
      number: true,
      cell: ({ version }) => version,
      text: ({ version }) => version,
    },
    {
      key: 'scheme',
      header: t('scheme'),
      cell: ({ schemeVersionId }) => schemeName(schemeVersionId),
      text: ({ schemeVersionId }) => schemeName(schemeVersionId),
    },
    { key: 'forms', header: t('formsMade'), number: true, cell: ({ forms }) => forms, text: ({ forms }) => forms },
    {
      key: 'created',
      header: t('createdAt'),
      cell: ({ createdAt }) => format.instant(createdAt),
      text: ({ createdAt }) => format.instant(createdAt),
    },
  ];
}
