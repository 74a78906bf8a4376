import { useState, type ReactNode } from 'react';
import { Button, Pagination } from '@mantine/core';
import { EmptyState, ErrorState, LoadingState, ProblemAlert } from '../feedback';
import { Icon } from '../icons';
import { commonTexts, useTexts } from '../texts';
import { csvText, downloadText } from './csv';
import { DataTable, type Column } from './data-table';
import type { Filters } from './filters';
import classes from './staff.module.css';
import { staffTexts } from './texts';

const PAGE_SIZE = 50;

interface Props<Row> {
  label: string;
  columns: readonly Column<Row>[];
  /** Undefined while they are read. */
  rows: readonly Row[] | undefined;
  rowKey: (row: Row) => string;
  error?: unknown;
  retry?: () => unknown;
  /** Shown when there is nothing at all, with what to do. */
  empty: { title: string; hint: string; action?: ReactNode };
  filters: Filters;
  filterNames?: readonly string[];
  dense?: boolean;
  /** Name of the exported file; left out, there is no export. */
  file?: string;
  /** Reads what an export needs when the list holds only its first pages. */
  exportRows?: () => Promise<readonly Row[]>;
  /** A list that the server gives page by page; left out, the rows are paged here. */
  paging?: { more: (() => void) | null; loadingMore: boolean; total: number | null };
}

/** A list with its count, its export, its pages and its empty state. */
export function Listing<Row>(props: Props<Row>) {
  const { rows, error, retry, filters, filterNames = [], empty, paging } = props;
  const t = useTexts(staffTexts);
  if (error && !rows) return <ErrorState error={error} {...(retry && { onRetry: retry })} />;
  if (!rows) return <LoadingState title={false} />;
  if (rows.length === 0 && filters.any(...filterNames)) {
    return (
      <EmptyState icon="search" title={t('noMatch')} hint={t('noMatchHint')}>
        <Button variant="default" onClick={() => filters.clear(...filterNames)}>
          {t('clearFilters')}
        </Button>
      </EmptyState>
    );
  }
  if (rows.length === 0) {
    return (
      <EmptyState title={empty.title} hint={empty.hint}>
        {empty.action}
      </EmptyState>
    );
  }
  const shown = paging ? rows : rows.slice((filters.page - 1) * PAGE_SIZE, filters.page * PAGE_SIZE);
  return (
    <div className={classes.listing}>
      <Head {...props} rows={rows} />
      <DataTable
        label={props.label}
        columns={props.columns}
        rows={shown}
        rowKey={props.rowKey}
        dense={props.dense ?? false}
      />
      {paging ? <More paging={paging} /> : <Pages filters={filters} pages={Math.ceil(rows.length / PAGE_SIZE)} />}
    </div>
  );
}

function Head<Row>({ rows, paging, file, columns, exportRows }: Props<Row> & { rows: readonly Row[] }) {
  const t = useTexts(staffTexts);
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null });
  const write = async () => {
    setState({ busy: true, error: null });
    try {
      const exported = columns.filter(({ text }) => text !== undefined);
      const all = exportRows ? await exportRows() : rows;
      const lines = all.map((row) => exported.map(({ text }) => text?.(row)));
      downloadText(`${file}.csv`, csvText([exported.map(({ header }) => header), ...lines]));
      setState({ busy: false, error: null });
    } catch (error) {
      setState({ busy: false, error });
    }
  };
  return (
    <>
      <ProblemAlert error={state.error} />
      <div className={classes.listHead}>
        <p className="hz-soft hz-tabular" role="status">
          {count()}
        </p>
        {file !== undefined && (
          <Button
            variant="default"
            size="sm"
            className="hz-no-print"
            loading={state.busy}
            leftSection={<Icon name="download" size={18} />}
            onClick={() => void write()}
          >
            {t('exportCsv')}
          </Button>
        )}
      </div>
    </>
  );

  function count(): string {
    if (!paging?.more) return t('rowsShown', { count: rows.length });
    if (paging.total !== null) return t('rowsOf', { shown: rows.length, count: paging.total });
    return t('rowsSoFar', { count: rows.length });
  }
}

function More({ paging: { more, loadingMore } }: { paging: NonNullable<Props<never>['paging']> }) {
  const t = useTexts(commonTexts);
  if (!more) return null;
  return (
    <Button variant="default" loading={loadingMore} onClick={more} className={classes.more}>
      {t('more')}
    </Button>
  );
}

function Pages({ filters, pages }: { filters: Filters; pages: number }) {
  const t = useTexts(staffTexts);
  if (pages < 2) return null;
  return (
    <nav aria-label={t('pages')}>
      <Pagination
        total={pages}
        value={Math.min(filters.page, pages)}
        onChange={filters.setPage}
        getItemProps={(page) => ({ 'aria-label': t('page', { page }) })}
        getControlProps={(control) => ({
          'aria-label': control === 'previous' ? t('previousPage') : t('nextPage'),
        })}
      />
    </nav>
  );
}
