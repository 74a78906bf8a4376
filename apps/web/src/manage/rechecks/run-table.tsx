import type { RecheckRunView } from '@hz/certification/contract';
import { EmptyState } from '../../shared/feedback';
import { useFormat } from '../../shared/format';
import { DataTable, type Column } from '../../shared/staff';
import { useTexts } from '../../shared/texts';
import { recheckTexts } from './texts';

/** The newest runs. */
export function RunTable({ runs }: { runs: readonly RecheckRunView[] }) {
  const t = useTexts(recheckTexts);
  const columns = useColumns();
  return (
    <section style={{ display: 'grid', gap: 16 }}>
      <h2>{t('runs')}</h2>
      {runs.length === 0 ? (
        <EmptyState title={t('noRuns')} hint={t('noRunsHint')} level={3} />
      ) : (
        <DataTable label={t('runs')} columns={columns} rows={runs} rowKey={({ id }) => id} />
      )}
    </section>
  );
}

function useColumns(): Column<RecheckRunView>[] {
  const t = useTexts(recheckTexts);
  const format = useFormat();
  const finished = ({ finishedAt }: RecheckRunView) =>
    finishedAt === null ? t('underWay') : format.instant(finishedAt);
  const occasion = ({ asked }: RecheckRunView) => t(asked ? 'asked' : 'nightly');
  return [
    {
      key: 'begun',
      header: t('begun'),
      heading: true,
      cell: ({ begunAt }) => format.instant(begunAt),
      text: ({ begunAt }) => format.instant(begunAt),
    },
    { key: 'occasion', header: t('occasion'), cell: occasion, text: occasion },
    {
      key: 'examined',
      header: t('examined'),
      number: true,
      cell: ({ examined }) => examined,
      text: ({ examined }) => String(examined),
    },
    {
      key: 'found',
      header: t('found'),
      number: true,
      cell: ({ faults }) => faults,
      text: ({ faults }) => String(faults),
    },
    { key: 'finished', header: t('finished'), cell: finished, text: finished },
  ];
}
