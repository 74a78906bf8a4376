import type { ReactNode } from 'react';
import type { CsvValue } from './csv';
import classes from './staff.module.css';

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** The cell in an export; left out, the column is not exported. */
  text?: (row: Row) => CsvValue;
  /** Only in the export: on the page it stands in another column. */
  exportOnly?: boolean;
  number?: boolean;
  /** Names the row; at most one column. */
  heading?: boolean;
  /** Long texts may take what is left. */
  wide?: boolean;
}

interface Props<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  dense?: boolean;
}

/** A table that turns into a list of cards where the page is narrow. The roles keep it a table for screen readers there too. */
export function DataTable<Row>({ label, columns: all, rows, rowKey, dense = false }: Props<Row>) {
  const columns = all.filter(({ exportOnly }) => exportOnly !== true);
  return (
    <div className={classes.frame} role="region" aria-label={label} tabIndex={0}>
      <table className={classes.table} role="table" aria-label={label} data-dense={dense || undefined}>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ key, header, number }) => (
              <th key={key} role="columnheader" scope="col" data-number={number}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const attributes = { 'data-label': column.header, 'data-number': column.number, 'data-wide': column.wide };
  return column.heading ? (
    <th role="rowheader" scope="row" {...attributes}>
      <div>{column.cell(row)}</div>
    </th>
  ) : (
    <td role="cell" {...attributes}>
      <div>{column.cell(row)}</div>
    </td>
  );
}
