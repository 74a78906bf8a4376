import { FORM_STATUSES, type FormSummary } from '@hz/assembly/contract';
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
import { Badge, Page } from '../../shared/ui';
import { blueprintsQuery, formsQuery } from './api';
import { formTexts } from './texts';

export function FormListPage() {
  return (
    <RequireRole roles={['exam-manager', 'author', 'reviewer']}>
      <FormList />
    </RequireRole>
  );
}

function FormList() {
  const t = useTexts(formTexts);
  const local = useLocalized();
  const filters = useFilters();
  const { data: blueprints = [] } = useQuery(blueprintsQuery);
  const filter = { status: filters.oneOf('status', FORM_STATUSES), blueprint: filters.given('blueprint') };
  const { data, error, refetch } = useQuery(formsQuery(filter));
  const rows = data?.filter(({ code, title }) => matchesSearch(filters.get('q'), [code, title.zh, title.en]));
  return (
    <Page title={t('forms')} lead={t('formsLead')}>
      <FilterBar>
        <SearchField filters={filters} label={t('searchForms')} />
        <FilterSelect
          filters={filters}
          name="status"
          label={t('status')}
          options={FORM_STATUSES.map((value) => ({ value, label: t(value) }))}
        />
        <FilterSelect
          filters={filters}
          name="blueprint"
          label={t('blueprint')}
          searchable
          options={blueprints.map(({ id, body, version }) => ({
            value: id,
            label: `${local(body.title)} · ${version}`,
          }))}
        />
      </FilterBar>
      <Listing
        label={t('forms')}
        columns={useColumns()}
        rows={rows}
        rowKey={({ id }) => id}
        error={error}
        retry={refetch}
        filters={filters}
        filterNames={['q', 'status', 'blueprint']}
        file="forms"
        empty={{
          title: t('noForms'),
          hint: t('noFormsHint'),
          action: (
            <Link className="hz-button" to="/manage/blueprints">
              {t('toBlueprintsAction')}
            </Link>
          ),
        }}
      />
    </Page>
  );
}

export function FormBadge({ status }: { status: FormSummary['status'] }) {
  const t = useTexts(formTexts);
  return status === 'published' ? (
    <Badge tone="calm" icon="lock">
      {t('published')}
    </Badge>
  ) : (
    <Badge tone="plain">{t('draft')}</Badge>
  );
}

function useColumns(): Column<FormSummary>[] {
  const t = useTexts(formTexts);
  const local = useLocalized();
  const format = useFormat();
  return [
    {
      key: 'form',
      header: t('form'),
      heading: true,
      wide: true,
      cell: ({ id, code, title }) => (
        <>
          <Link to={`/manage/forms/${id}`}>{code}</Link>
          <div className="hz-soft">{local(title)}</div>
        </>
      ),
      text: ({ code }) => code,
    },
    {
      key: 'status',
      header: t('status'),
      cell: ({ status }) => <FormBadge status={status} />,
      text: ({ status }) => t(status),
    },
    { key: 'items', header: t('itemsCount'), number: true, cell: ({ items }) => items, text: ({ items }) => items },
    {
      key: 'points',
      header: t('points'),
      number: true,
      cell: ({ points }) => format.points(points),
      text: ({ points }) => points,
    },
    {
      key: 'created',
      header: t('createdAt'),
      cell: ({ createdAt }) => format.instant(createdAt),
      text: ({ createdAt }) => format.instant(createdAt),
    },
    {
      key: 'published',
      header: t('publishedAt'),
      cell: ({ publishedAt }) => (publishedAt === null ? '–' : format.instant(publishedAt)),
      text: ({ publishedAt }) => (publishedAt === null ? '' : format.instant(publishedAt)),
    },
  ];
}
