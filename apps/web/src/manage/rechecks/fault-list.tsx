import type { RecheckFaultView } from '@hz/certification/contract';
import { Link } from 'react-router';
import { useFormat } from '../../shared/format';
import {
  allPages,
  FilterBar,
  FilterSelect,
  Listing,
  SearchField,
  useFilters,
  usePages,
  type Column,
} from '../../shared/staff';
import { useTexts } from '../../shared/texts';
import { Badge } from '../../shared/ui';
import { faults } from './api';
import { recheckTexts } from './texts';
import { useFaultWords } from './words';

const STATES = ['no', 'yes'] as const;

/** What was come upon, the newest first. */
export function FaultList() {
  const t = useTexts(recheckTexts);
  const filters = useFilters();
  const list = faults({ search: filters.given('q'), mended: filters.oneOf('mended', STATES) });
  const { rows, total, error, retry, more, loadingMore } = usePages(list);
  return (
    <section style={{ display: 'grid', gap: 16 }}>
      <h2>{t('faults')}</h2>
      <FilterBar>
        <SearchField filters={filters} label={t('search')} />
        <FilterSelect
          filters={filters}
          name="mended"
          label={t('state')}
          options={STATES.map((value) => ({ value, label: t(value) }))}
        />
      </FilterBar>
      <Listing
        label={t('faults')}
        columns={useColumns()}
        rows={rows}
        rowKey={({ id }) => id}
        error={error}
        retry={retry}
        filters={filters}
        filterNames={['q', 'mended']}
        file="recheck-faults"
        exportRows={() => allPages(list)}
        paging={{ more, loadingMore, total }}
        empty={{ title: t('noFaults'), hint: t('noFaultsHint') }}
      />
    </section>
  );
}

function useColumns(): Column<RecheckFaultView>[] {
  const t = useTexts(recheckTexts);
  const words = useFaultWords();
  const format = useFormat();
  const state = ({ mendedAt }: RecheckFaultView) =>
    mendedAt === null ? t('no') : `${t('yes')} ${format.instant(mendedAt)}`;
  return [
    {
      key: 'number',
      header: t('number'),
      heading: true,
      cell: ({ number, code }) =>
        code === 'without-certificate' ? (
          number
        ) : (
          <Link to={`/manage/certificates/${encodeURIComponent(number)}`}>{number}</Link>
        ),
      text: ({ number }) => number,
    },
    { key: 'where', header: t('where'), cell: words.where, text: words.where },
    { key: 'what', header: t('what'), wide: true, cell: words.what, text: words.what },
    {
      key: 'first',
      header: t('firstSeen'),
      cell: ({ firstSeenAt }) => format.instant(firstSeenAt),
      text: ({ firstSeenAt }) => format.instant(firstSeenAt),
    },
    {
      key: 'last',
      header: t('lastSeen'),
      cell: ({ lastSeenAt }) => format.instant(lastSeenAt),
      text: ({ lastSeenAt }) => format.instant(lastSeenAt),
    },
    {
      key: 'state',
      header: t('state'),
      cell: ({ mendedAt }) =>
        mendedAt === null ? (
          <Badge tone="red" icon="alert">
            {t('no')}
          </Badge>
        ) : (
          <>
            <Badge tone="calm" icon="check-circle">
              {t('yes')}
            </Badge>
            <div className="hz-soft">{format.instant(mendedAt)}</div>
          </>
        ),
      text: state,
    },
  ];
}
