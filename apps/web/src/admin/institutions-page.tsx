import { useState } from 'react';
import { Button } from '@mantine/core';
import type { InstitutionView } from '@hz/identity/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useFormat } from '../shared/format';
import { Icon } from '../shared/icons';
import { useLocalized } from '../shared/localized';
import { useMe } from '../shared/session/me';
import { RequireRole } from '../shared/session/require-role';
import { FilterBar, Listing, matchesSearch, SearchField, useFilters, type Column } from '../shared/staff';
import { useTexts } from '../shared/texts';
import { Page } from '../shared/ui';
import { AddInstitutionDialog } from './add-institution-dialog';
import { institutionsQuery } from './api';
import { adminTexts } from './texts';

export function InstitutionsPage() {
  return (
    <RequireRole roles={['administrator', 'exam-manager']}>
      <Institutions />
    </RequireRole>
  );
}

function Institutions() {
  const t = useTexts(adminTexts);
  const filters = useFilters();
  const { me } = useMe();
  const { data, error, refetch } = useQuery(institutionsQuery);
  const [adding, setAdding] = useState(false);
  const admin = me?.roles.includes('administrator') === true;
  const rows = data?.filter(({ code, name }) => matchesSearch(filters.get('q'), [code, name.zh, name.en]));
  const add = admin && (
    <Button leftSection={<Icon name="plus" size={18} />} onClick={() => setAdding(true)}>
      {t('addInstitution')}
    </Button>
  );
  return (
    <Page title={t('institutions')} lead={t('institutionsLead')} actions={add}>
      <FilterBar>
        <SearchField filters={filters} label={t('searchInstitutions')} />
      </FilterBar>
      <Listing
        label={t('institutions')}
        columns={useColumns(admin)}
        rows={rows}
        rowKey={({ id }) => id}
        error={error}
        retry={refetch}
        filters={filters}
        filterNames={['q']}
        file="institutions"
        empty={{ title: t('noInstitutions'), hint: t('noInstitutionsHint'), action: add }}
      />
      <AddInstitutionDialog opened={adding} onClose={() => setAdding(false)} />
    </Page>
  );
}

function useColumns(admin: boolean): Column<InstitutionView>[] {
  const t = useTexts(adminTexts);
  const local = useLocalized();
  const format = useFormat();
  return [
    {
      key: 'name',
      header: t('name'),
      heading: true,
      wide: true,
      cell: ({ id, name }) => (admin ? <Link to={`/manage/institutions/${id}`}>{local(name)}</Link> : local(name)),
      text: ({ name }) => local(name),
    },
    { key: 'code', header: t('code'), cell: ({ code }) => code, text: ({ code }) => code },
    {
      key: 'created',
      header: t('createdAt'),
      cell: ({ createdAt }) => format.instant(createdAt, { day: true }),
      text: ({ createdAt }) => format.instant(createdAt, { day: true }),
    },
  ];
}
