import type { EntityManager } from 'typeorm';
import { DatabaseNotDurable } from '../problems/platform-errors';

const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  fsync: ['on'],
  full_page_writes: ['on'],
  synchronous_commit: ['on', 'remote_write', 'remote_apply'],
};

/**
 * Refuses when a commit on this connection would not be durable (P1). Reads the effective values on the pool's own connection,
 * because a role or a database can override the server's setting. Throws DatabaseNotDurable naming the settings.
 */
export async function assertDurable(manager: Pick<EntityManager, 'query'>): Promise<void> {
  const rows: { name: string; setting: string }[] = await manager.query(
    `SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit')`,
  );
  const weak = rows
    .filter((row) => !REQUIRED[row.name]!.includes(row.setting))
    .map((row) => `${row.name}=${row.setting}`);
  if (weak.length > 0 || rows.length < 3) throw new DatabaseNotDurable({ settings: weak.join(', ') });
}
