import { query } from './database.mjs';

/** Where the write-ahead log stands and how large each table is, in bytes, indexes included. */
export async function storage(databaseUrl) {
  const [{ wal }] = await query(databaseUrl, `SELECT pg_current_wal_lsn() - '0/0'::pg_lsn AS wal`);
  const tables = await query(
    databaseUrl,
    `SELECT schemaname || '.' || relname AS name, pg_total_relation_size(relid)::float8 AS bytes FROM pg_stat_user_tables`,
  );
  return { wal: Number(wal), tables: new Map(tables.map(({ name, bytes }) => [name, bytes])) };
}

/** What a round added: the log, and the tables that grew most. */
export function growth(before, after, most = 6) {
  const tables = [...after.tables]
    .map(([name, bytes]) => ({ name, bytes: bytes - (before.tables.get(name) ?? 0) }))
    .filter(({ bytes }) => bytes > 0)
    .toSorted((a, b) => b.bytes - a.bytes);
  return { wal: after.wal - before.wal, tables: tables.slice(0, most) };
}
