import { useState } from 'react';
import { Button } from '@mantine/core';
import { ROLES } from '@hz/kernel';
import type { AccountRowView } from '@hz/identity/contract';
import { api, dataOf } from '../../shared/api/client';
import type { QueryOf } from '../../shared/api/types';
import { useFormat } from '../../shared/format';
import { RequireRole } from '../../shared/session/require-role';
import {
  allPages,
  FilterBar,
  FilterSelect,
  Listing,
  SearchField,
  staffTexts,
  useFilters,
  usePages,
  type Column,
  type PagedList,
} from '../../shared/staff';
import { commonTexts, useTexts } from '../../shared/texts';
import { roleName } from '../../shared/texts/roles';
import { Badge, Page } from '../../shared/ui';
import { PersonDialog } from './person-dialog';
import { peopleTexts } from './texts';

export const ACCOUNTS_KEY = ['accounts'] as const;
const accounts = (query: QueryOf<'/api/v1/accounts'>): PagedList<AccountRowView> => ({
  queryKey: [...ACCOUNTS_KEY, query],
  read: (place, signal) => dataOf(api.GET('/api/v1/accounts', { params: { query: { ...query, ...place } }, signal })),
});

export function PeoplePage() {
  return (
    <RequireRole roles={['administrator', 'exam-manager']}>
      <People />
    </RequireRole>
  );
}

function People() {
  const t = useTexts(peopleTexts);
  const common = useTexts(commonTexts);
  const filters = useFilters();
  const list = accounts({ search: filters.given('q'), role: filters.oneOf('role', ROLES) });
  const { rows, total, error, retry, more, loadingMore } = usePages(list);
  const [openId, setOpenId] = useState<string | null>(null);
  const open = rows?.find(({ id }) => id === openId) ?? null;
  return (
    <Page width="wide" title={t('people')} lead={t('lead')}>
      <FilterBar>
        <SearchField filters={filters} label={t('search')} />
        <FilterSelect
          filters={filters}
          name="role"
          label={t('role')}
          options={ROLES.map((value) => ({ value, label: roleName(common, value) }))}
        />
      </FilterBar>
      <Listing
        label={t('people')}
        columns={useColumns(setOpenId)}
        rows={rows}
        rowKey={({ id }) => id}
        error={error}
        retry={retry}
        filters={filters}
        filterNames={['q', 'role']}
        file="people"
        exportRows={() => allPages(list)}
        paging={{ more, loadingMore, total }}
        empty={{ title: t('noPeople'), hint: t('noPeopleHint') }}
      />
      <PersonDialog person={open} onClose={() => setOpenId(null)} />
    </Page>
  );
}

function useColumns(onOpen: (id: string) => void): Column<AccountRowView>[] {
  const t = useTexts(peopleTexts);
  const staff = useTexts(staffTexts);
  const common = useTexts(commonTexts);
  const format = useFormat();
  const roles = ({ roles: held }: AccountRowView) => held.map((role) => roleName(common, role)).join(' · ');
  const granted = ({ accommodation: { extraTimePercent, breakMinutes } }: AccountRowView) =>
    extraTimePercent === 0 && breakMinutes === 0
      ? staff('none')
      : t('accommodationValue', { percent: extraTimePercent, minutes: breakMinutes });
  return [
    {
      key: 'name',
      header: t('name'),
      heading: true,
      cell: ({ legalName, displayName }) => (
        <>
          {legalName}
          {displayName !== legalName && <div className="hz-soft">{displayName}</div>}
        </>
      ),
      text: ({ legalName }) => legalName,
    },
    {
      key: 'email',
      header: t('email'),
      cell: ({ email }) => <span style={{ overflowWrap: 'anywhere' }}>{email}</span>,
      text: ({ email }) => email,
    },
    { key: 'roles', header: t('roles'), cell: roles, text: roles },
    {
      key: 'status',
      header: t('status'),
      cell: ({ status }) =>
        status === 'active' ? (
          <Badge tone="calm">{t('active')}</Badge>
        ) : (
          <Badge tone="red" icon="lock">
            {t('disabled')}
          </Badge>
        ),
      text: ({ status }) => t(status),
    },
    { key: 'accommodation', header: t('accommodation'), cell: granted, text: granted },
    {
      key: 'created',
      header: t('createdAt'),
      cell: ({ createdAt }) => format.instant(createdAt, { day: true }),
      text: ({ createdAt }) => format.instant(createdAt, { day: true }),
    },
    {
      key: 'open',
      header: t('open'),
      cell: ({ id, legalName }) => (
        <Button
          variant="default"
          size="compact-md"
          aria-label={t('openFor', { name: legalName })}
          onClick={() => onOpen(id)}
        >
          {t('open')}
        </Button>
      ),
    },
  ];
}
