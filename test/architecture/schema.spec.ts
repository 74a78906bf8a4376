import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDataSource } from '@hz/platform';
import { testDatabase, type TestDatabase } from '@hz/platform/testing';
import type { DataSource, EntityMetadata } from 'typeorm';
import { contexts } from '../../apps/api/src/contexts';
import { describeSchema, familyOfColumn, familyOfType, type SchemaDescription } from './schema-description';

const root = join(__dirname, '../..');
const SNAPSHOT = join(__dirname, 'schema.snapshot.json');

/** Entities and migrations are written by hand; this holds them together. */
describe('the schema', () => {
  let database: TestDatabase;
  let source: DataSource;
  let schema: SchemaDescription;

  beforeAll(async () => {
    expect(contexts.length).toBeGreaterThan(8);
    database = await testDatabase();
    source = await createDataSource(database.url, 2).initialize();
    schema = await describeSchema(source);
  }, 60_000);
  afterAll(async () => {
    await source?.destroy();
    await database?.drop();
  });

  const tableOf = (entity: EntityMetadata) => `${entity.schema}.${entity.tableName}`;

  it('has the table of each entity, and each entity names its schema', () => {
    expect(source.entityMetadatas.length).toBeGreaterThan(20);
    expect(source.entityMetadatas.filter((entity) => schema[tableOf(entity)] === undefined).map(tableOf)).toEqual([]);
  });

  it('has exactly the columns of the entities, of their kind and nullable alike', () => {
    for (const entity of source.entityMetadatas) {
      const ofEntity = entity.columns.map((column) => ({
        name: column.databaseName,
        type: familyOfColumn(column, source.driver.normalizeType(column)),
        nullable: column.isNullable,
      }));
      const ofTable = schema[tableOf(entity)]!.columns.map(({ name, type, nullable }) => ({
        name,
        type: familyOfType(type),
        nullable,
      }));
      const sorted = (columns: typeof ofEntity) => columns.sort((a, b) => a.name.localeCompare(b.name));
      expect({ table: tableOf(entity), columns: sorted(ofEntity) }).toEqual({
        table: tableOf(entity),
        columns: sorted(ofTable),
      });
    }
  });

  it('has the primary keys of the entities', () => {
    const wrong = source.entityMetadatas
      .map((entity) => ({
        table: tableOf(entity),
        entity: entity.primaryColumns.map((column) => column.databaseName).sort(),
        database: [...schema[tableOf(entity)]!.primaryKey].sort(),
      }))
      .filter((keys) => keys.entity.join() !== keys.database.join());
    expect(wrong).toEqual([]);
  });

  it('is the one that was read and agreed on (UPDATE_SCHEMA_SNAPSHOT=1 writes it anew)', () => {
    const now = `${JSON.stringify(schema, null, 2)}\n`;
    if (process.env['UPDATE_SCHEMA_SNAPSHOT'] === '1') writeFileSync(SNAPSHOT, now);
    expect(schema).toEqual(JSON.parse(readFileSync(SNAPSHOT, 'utf8')));
  });

  it('gives each table a primary key, and each point in time a zone', () => {
    const tables = Object.entries(schema);
    expect(tables.filter(([, { primaryKey }]) => primaryKey.length === 0).map(([name]) => name)).toEqual([]);
    const zoneless = tables.flatMap(([name, { columns }]) =>
      columns
        .filter(({ type }) => /^timestamp.* without time zone/.test(type))
        .map((column) => `${name}.${column.name}`),
    );
    expect(zoneless).toEqual([]);
    const binaryFloats = tables.flatMap(([name, { columns }]) =>
      columns.filter(({ type }) => /^(?:real|double)/.test(type)).map((column) => `${name}.${column.name}`),
    );
    expect(binaryFloats).toEqual([]);
  });
});

describe('the migrations', () => {
  const files = readdirSync(join(root, 'libs/platform/src/database/migrations'));

  it('are numbered once each, and named after what they do', () => {
    expect(files.filter((name) => !/^\d{4}-[a-z0-9-]+\.sql$/.test(name))).toEqual([]);
    expect(new Set(files.map((name) => name.slice(0, 4))).size).toBe(files.length);
  });

  it('make the schema alone: nothing is synchronised from entities', () => {
    const offenders = ['libs', 'apps/api', 'apps/worker', 'scripts'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(?:ts|mjs|js)$/.test(name) && !name.includes('node_modules'))
        .filter((name) => {
          const text = readFileSync(join(root, folder, name), 'utf8');
          return /synchronize:(?!\s*false\b)|\.synchronize\(|dropSchema/.test(text);
        })
        .map((name) => join(folder, name)),
    );
    expect(offenders).toEqual([]);
  });
});
