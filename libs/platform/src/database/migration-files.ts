import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { repositoryRoot } from '../repository-root';

const FILE = /^(\d{4})-([a-z0-9-]+)\.sql$/;
const EPOCH = 1_700_000_000_000;

/** The migrations: one class for each SQL file, in the order of the files' numbers. Files without `-- transaction: none` run in one transaction each. */
export function migrationClasses(folder = migrationsFolder()): (new () => MigrationInterface)[] {
  return readdirSync(folder)
    .filter((name) => FILE.test(name))
    .sort()
    .map((name) => migrationClass(folder, name));
}

export function migrationsFolder(): string {
  return join(repositoryRoot(), 'libs/platform/src/database/migrations');
}

function migrationClass(folder: string, fileName: string): new () => MigrationInterface {
  const [, number, title] = FILE.exec(fileName)!;
  const sql = readFileSync(join(folder, fileName), 'utf8');
  // TypeORM orders by the 13 digits at the end of the name, so the file's number stands in for a date.
  const name = `${title}-${EPOCH + Number(number)}`;
  return class implements MigrationInterface {
    readonly name = name;
    readonly transaction = !sql.startsWith('-- transaction: none');
    async up(runner: QueryRunner): Promise<void> {
      await runner.query(sql);
    }
    async down(): Promise<void> {
      throw new Error(`${fileName}: migrations go forward only`);
    }
  };
}
