import { UnitOfWork } from '@hz/platform';
import type { CertificationWorld } from './certification.fixture';

/** Changes stored rows as a disk fault or somebody with the rights of the database's owner does: no trigger is asked. */
export async function tamper(world: CertificationWorld, text: string, params: unknown[] = []): Promise<void> {
  await world.get(UnitOfWork).run(async (tx) => {
    await tx.query('SET LOCAL session_replication_role = replica');
    await tx.query(text, params);
  });
}

/** Takes a copy of the tables, so that what is changed in them can be put back. */
export async function copyOf(world: CertificationWorld, tables: readonly string[]) {
  await world.get(UnitOfWork).run(async (tx) => {
    await tx.query('CREATE SCHEMA kept');
    for (const table of tables) await tx.query(`CREATE TABLE kept."${table}" AS TABLE ${table}`);
  });
  return {
    putBack: () =>
      world.get(UnitOfWork).run(async (tx) => {
        await tx.query('SET LOCAL session_replication_role = replica');
        for (const table of tables) {
          await tx.query(`DELETE FROM ${table}`);
          await tx.query(`INSERT INTO ${table} SELECT * FROM kept."${table}"`);
        }
      }),
  };
}
