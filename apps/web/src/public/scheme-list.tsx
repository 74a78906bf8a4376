import { Select, TextInput } from '@mantine/core';
import { LEVELS } from '@hz/kernel';
import type { SchemeView } from '../shared/api/types';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { EmptyState, ErrorState, LoadingState } from '../shared/feedback';
import { Icon } from '../shared/icons';
import { useLevelName } from '../shared/levels';
import { useLocalized } from '../shared/localized';
import { useTexts } from '../shared/texts';
import { Section } from '../shared/ui';
import { openSessionsQuery, schemesQuery } from './api';
import classes from './home.module.css';
import { SchemeCard } from './scheme-card';
import { publicTexts } from './texts';

/** All schemes by role and level; the filters stand in the address. */
export function SchemeList() {
  const t = useTexts(publicTexts);
  const { data: schemes, error, refetch } = useQuery(schemesQuery);
  const { data: sessions } = useQuery(openSessionsQuery());
  const open = new Set(sessions?.map(({ schemeVersionId }) => schemeVersionId));
  const [filters, setFilters] = useSearchParams();
  const shown = schemes?.filter((scheme) => matches(scheme, filters));
  return (
    <div id="schemes">
      <Section title={t('schemesTitle')} note={shown && t('schemesCount', { count: shown.length })}>
        {error && <ErrorState error={error} onRetry={refetch} />}
        {!error && !schemes && <LoadingState title={false} />}
        {schemes?.length === 0 && <EmptyState title={t('noSchemesYet')} hint={t('noSchemesYetHint')} level={3} />}
        {schemes && schemes.length > 0 && <Filters schemes={schemes} filters={filters} onChange={setFilters} />}
        {schemes && schemes.length > 0 && shown?.length === 0 && (
          <EmptyState title={t('noSchemes')} hint={t('noSchemesHint')} icon="search" level={3}>
            <button type="button" className="hz-button" onClick={() => setFilters({}, KEEP_PLACE)}>
              {t('clearFilters')}
            </button>
          </EmptyState>
        )}
        <ul className={classes.grid}>
          {shown?.map((scheme) => (
            <li key={scheme.versionId}>
              <SchemeCard scheme={scheme} open={open.has(scheme.versionId)} />
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

const KEEP_PLACE = { replace: true, preventScrollReset: true } as const;

function matches({ roleId, level, roleName, body, code }: SchemeView, filters: URLSearchParams): boolean {
  const [role, wanted, text] = [
    filters.get('role'),
    filters.get('level'),
    filters.get('q')?.trim().toLowerCase() ?? '',
  ];
  if ((role !== null && role !== roleId) || (wanted !== null && wanted !== level)) return false;
  const words = [roleName.zh, roleName.en, body.title.zh, body.title.en, code].join(' ').toLowerCase();
  return text.split(/\s+/).every((part) => words.includes(part));
}

interface FiltersProps {
  schemes: readonly SchemeView[];
  filters: URLSearchParams;
  onChange: ReturnType<typeof useSearchParams>[1];
}

function Filters({ schemes, filters, onChange }: FiltersProps) {
  const t = useTexts(publicTexts);
  const local = useLocalized();
  const levelName = useLevelName();
  const set = (name: string, value: string | null) =>
    onChange((before) => {
      const next = new URLSearchParams(before);
      if (value === null || value === '') next.delete(name);
      else next.set(name, value);
      return next;
    }, KEEP_PLACE);
  const roles = new Map(schemes.map(({ roleId, roleName }) => [roleId, local(roleName)]));
  return (
    <search className={classes.filters}>
      <TextInput
        type="search"
        label={t('searchSchemes')}
        leftSection={<Icon name="search" size={18} />}
        value={filters.get('q') ?? ''}
        onChange={(event) => set('q', event.currentTarget.value)}
      />
      <Select
        label={t('role')}
        placeholder={t('allRoles')}
        clearable
        data={[...roles].map(([value, label]) => ({ value, label }))}
        value={filters.get('role')}
        onChange={(value) => set('role', value)}
      />
      <Select
        label={t('level')}
        placeholder={t('allLevels')}
        clearable
        data={LEVELS.map((level) => ({ value: level, label: levelName(level) }))}
        value={filters.get('level')}
        onChange={(value) => set('level', value)}
      />
    </search>
  );
}
