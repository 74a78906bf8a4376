import { ITEM_TYPES, LEVELS, POOLS } from '@hz/kernel';
import type { ItemSummary } from '@hz/item-bank/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useFormat } from '../../shared/format';
import { useLevelName } from '../../shared/levels';
import { useLocalized } from '../../shared/localized';
import { RequireRole } from '../../shared/session/require-role';
import {
  allPages,
  FilterBar,
  FilterSelect,
  Listing,
  plainText,
  SearchField,
  useFilters,
  usePages,
  useWords,
  type Column,
} from '../../shared/staff';
import { useTexts } from '../../shared/texts';
import { Badge, Page } from '../../shared/ui';
import { useSkills } from '../skills';
import { banksQuery, itemsOf } from './api';
import { itemTexts } from './texts';

const FILTERS = ['q', 'bank', 'skill', 'level', 'type', 'pool'] as const;

export function ItemListPage() {
  return (
    <RequireRole roles={['author', 'reviewer', 'administrator']}>
      <ItemList />
    </RequireRole>
  );
}

function ItemList() {
  const t = useTexts(itemTexts);
  const local = useLocalized();
  const words = useWords();
  const levelName = useLevelName();
  const filters = useFilters();
  const { data: banks = [] } = useQuery(banksQuery);
  const bank = filters.get('bank') === '' && banks.length === 1 ? banks[0]!.id : filters.get('bank');
  const skills = useSkills(bank);
  const list = itemsOf({
    search: filters.given('q'),
    bank: filters.given('bank'),
    skill: filters.given('skill'),
    level: filters.oneOf('level', LEVELS),
    type: filters.oneOf('type', ITEM_TYPES),
    pool: filters.oneOf('pool', POOLS),
  });
  const { rows, total, error, retry, more, loadingMore } = usePages(list);
  return (
    <Page width="wide" title={t('items')} lead={t('lead')}>
      <FilterBar>
        <SearchField filters={filters} label={t('search')} />
        <FilterSelect
          filters={filters}
          name="bank"
          label={t('bank')}
          options={banks.map(({ id, name }) => ({ value: id, label: local(name) }))}
        />
        <FilterSelect filters={filters} name="skill" label={t('skill')} searchable options={skills.options} />
        <FilterSelect
          filters={filters}
          name="level"
          label={t('level')}
          options={LEVELS.map((value) => ({ value, label: levelName(value) }))}
        />
        <FilterSelect
          filters={filters}
          name="type"
          label={t('type')}
          options={ITEM_TYPES.map((value) => ({ value, label: words.type(value) }))}
        />
        <FilterSelect
          filters={filters}
          name="pool"
          label={t('pool')}
          options={POOLS.map((value) => ({ value, label: words.pool(value) }))}
        />
      </FilterBar>
      <Listing
        label={t('items')}
        columns={useColumns(skills.nameOf)}
        rows={rows}
        rowKey={({ id }) => id}
        error={error}
        retry={retry}
        filters={filters}
        filterNames={FILTERS}
        file="items"
        exportRows={() => allPages(list)}
        paging={{ more, loadingMore, total }}
        empty={{ title: t('noItems'), hint: t('noItemsHint') }}
      />
    </Page>
  );
}

function useColumns(skillName: (id: string) => string): Column<ItemSummary>[] {
  const t = useTexts(itemTexts);
  const local = useLocalized();
  const words = useWords();
  const format = useFormat();
  const levelName = useLevelName();
  const facility = ({ facility: share }: ItemSummary) => format.percent(Number(share) * 100, 0);
  return [
    {
      key: 'stem',
      header: t('stem'),
      heading: true,
      wide: true,
      cell: ({ id, stem, code, status }) => (
        <>
          <Link to={`/manage/items/${id}`}>{plainText(local(stem), 90)}</Link>
          <div className="hz-soft">
            {code} {status === 'retired' && <Badge tone="plain">{t('retired')}</Badge>}
          </div>
        </>
      ),
      text: ({ stem }) => plainText(local(stem)),
    },
    { key: 'code', header: t('code'), exportOnly: true, cell: () => null, text: ({ code }) => code },
    {
      key: 'skill',
      header: t('skill'),
      cell: ({ skillId }) => skillName(skillId),
      text: ({ skillId }) => skillName(skillId),
    },
    { key: 'type', header: t('type'), cell: ({ type }) => words.type(type), text: ({ type }) => words.type(type) },
    {
      key: 'level',
      header: t('level'),
      cell: ({ level }) => levelName(level),
      text: ({ level }) => level,
    },
    { key: 'pool', header: t('pool'), cell: ({ pool }) => words.pool(pool), text: ({ pool }) => words.pool(pool) },
    { key: 'facility', header: t('facility'), number: true, cell: facility, text: facility },
    {
      key: 'points',
      header: t('points'),
      number: true,
      cell: ({ points }) => format.points(points),
      text: ({ points }) => points,
    },
  ];
}
