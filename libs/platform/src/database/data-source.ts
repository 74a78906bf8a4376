import 'reflect-metadata';
import { DataSource, getMetadataArgsStorage } from 'typeorm';
import { EnduringClient } from './enduring-client';
import { migrationClasses } from './migration-files';

/** A data source over every entity that has been imported so far. The schema comes from migrations alone. */
export function createDataSource(
  databaseUrl: string,
  pool = 20,
  applicationName = 'hengzheng',
  queryTimeoutMs?: number,
): DataSource {
  const entities = getMetadataArgsStorage()
    .tables.map((table) => table.target)
    .filter((target) => typeof target === 'function');
  return new DataSource({
    type: 'postgres',
    url: databaseUrl,
    applicationName,
    poolSize: pool,
    synchronize: false,
    entities,
    migrations: migrationClasses(),
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    installExtensions: false,
    extra: { connectionTimeoutMillis: 5_000, keepAlive: true, Client: EnduringClient, query_timeout: queryTimeoutMs },
  });
}
