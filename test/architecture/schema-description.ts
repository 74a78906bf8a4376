import type { DataSource } from 'typeorm';

export interface TableDescription {
  readonly columns: { name: string; type: string; nullable: boolean; default: string | null }[];
  readonly primaryKey: string[];
  /** Name and text of each constraint and index, as PostgreSQL writes them. */
  readonly constraints: Record<string, string>;
  readonly indexes: Record<string, string>;
  readonly triggers: string[];
}
export type SchemaDescription = Record<string, TableDescription>;

const OURS = `n.nspname NOT IN ('pg_catalog', 'information_schema', 'public', 'pg_toast')`;

const COLUMNS = `
  SELECT n.nspname || '.' || c.relname AS "table", a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
         NOT a.attnotnull AS nullable, pg_get_expr(d.adbin, d.adrelid) AS "default"
    FROM pg_attribute a
    JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p') AND NOT c.relispartition
    JOIN pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
   WHERE ${OURS} AND a.attnum > 0 AND NOT a.attisdropped
   ORDER BY 1, a.attnum`;
const CONSTRAINTS = `
  SELECT n.nspname || '.' || c.relname AS "table", k.conname AS name, pg_get_constraintdef(k.oid) AS text
    FROM pg_constraint k
    JOIN pg_class c ON c.oid = k.conrelid AND NOT c.relispartition
    JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE ${OURS} AND k.contype <> 'n'
   ORDER BY 1, 2`;
const PRIMARY_KEYS = `
  SELECT n.nspname || '.' || c.relname AS "table", a.attname AS name
    FROM pg_index i
    JOIN pg_class c ON c.oid = i.indrelid AND NOT c.relispartition
    JOIN pg_namespace n ON n.oid = c.relnamespace
    CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k(attnum, place)
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
   WHERE ${OURS} AND i.indisprimary
   ORDER BY 1, k.place`;
const INDEXES = `
  SELECT n.nspname || '.' || c.relname AS "table", x.relname AS name, pg_get_indexdef(i.indexrelid) AS text
    FROM pg_index i
    JOIN pg_class c ON c.oid = i.indrelid AND NOT c.relispartition
    JOIN pg_class x ON x.oid = i.indexrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE ${OURS}
   ORDER BY 1, 2`;
const TRIGGERS = `
  SELECT n.nspname || '.' || c.relname AS "table", pg_get_triggerdef(t.oid) AS text
    FROM pg_trigger t
    JOIN pg_class c ON c.oid = t.tgrelid AND NOT c.relispartition
    JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE ${OURS} AND NOT t.tgisinternal
   ORDER BY 1, 2`;

interface Named {
  readonly table: string;
  readonly name: string;
  readonly text: string;
}

/** What the database holds after all migrations: tables with columns, constraints, indexes and triggers. */
export async function describeSchema(source: DataSource): Promise<SchemaDescription> {
  const columns = await source.query<({ table: string } & TableDescription['columns'][number])[]>(COLUMNS);
  const keys = await source.query<Named[]>(PRIMARY_KEYS);
  const constraints = await source.query<Named[]>(CONSTRAINTS);
  const indexes = await source.query<Named[]>(INDEXES);
  const triggers = await source.query<Named[]>(TRIGGERS);
  const of = <Row extends { table: string }>(rows: Row[], table: string) => rows.filter((row) => row.table === table);
  const named = (rows: Named[], table: string) =>
    Object.fromEntries(of(rows, table).map(({ name, text }) => [name, text]));
  return Object.fromEntries(
    [...new Set(columns.map(({ table }) => table))].map((table) => [
      table,
      {
        columns: of(columns, table).map(({ table: _, ...column }) => column),
        primaryKey: of(keys, table).map(({ name }) => name),
        constraints: named(constraints, table),
        indexes: named(indexes, table),
        triggers: of(triggers, table).map(({ text }) => text),
      },
    ]),
  );
}

/** A type without its length, precision and other spelling: `numeric(16,4)` and `numeric` are one family. */
export function familyOfType(type: string): string {
  const isArray = type.endsWith('[]');
  const bare = type.replace('[]', '').replace(/\(.*?\)/, '');
  const name = FAMILIES[bare] ?? bare;
  return isArray ? `${name}[]` : name;
}

const FAMILIES: Readonly<Record<string, string>> = {
  'timestamp with time zone': 'timestamptz',
  int: 'integer',
  int4: 'integer',
  int8: 'bigint',
  int2: 'smallint',
  bool: 'boolean',
  varchar: 'character varying',
  decimal: 'numeric',
};

/** The family of an entity's column. */
export function familyOfColumn(column: { isArray: boolean }, type: string): string {
  return familyOfType(column.isArray ? `${type}[]` : type);
}
