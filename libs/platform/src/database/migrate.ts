import { Client } from 'pg';
import { createDataSource } from './data-source';

const LOCK = 7_304_119;

/** Brings the database to the newest schema; several processes may call it at once. Returns the names of the migrations that ran. */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const lock = new Client({ connectionString: databaseUrl });
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [LOCK]);
    const source = await createDataSource(databaseUrl, 2, 'hengzheng-migrate').initialize();
    try {
      return (await source.runMigrations()).map((migration) => migration.name);
    } finally {
      await source.destroy();
    }
  } finally {
    await lock.end();
  }
}
