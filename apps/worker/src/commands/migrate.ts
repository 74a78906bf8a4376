import { migrate, type Config } from '@hz/platform';

/** Brings the database to the newest schema. */
export async function migrateDatabase(config: Config): Promise<number> {
  for (const name of await migrate(config.databaseUrl)) console.log(`  ${name}`);
  return 0;
}
