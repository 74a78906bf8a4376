import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '@hz/platform';
import type { BlueprintId } from '@hz/kernel';
import { BlueprintRow, FormRow } from './assembly.entities';

@Injectable()
export class BlueprintRepository {
  constructor(private readonly uow: UnitOfWork) {}

  byId(id: BlueprintId): Promise<BlueprintRow | null> {
    return this.uow.read.findOneBy(BlueprintRow, { id });
  }

  /** Locks the newest version of a code; null when there is none. */
  async lockNewest(tx: Tx, code: string): Promise<BlueprintRow | null> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`assembly.blueprint:${code}`]);
    return tx.findOne(BlueprintRow, { where: { code }, order: { version: 'DESC' } });
  }

  async addNext(tx: Tx, row: BlueprintRow): Promise<void> {
    await tx.update(BlueprintRow, { code: row.code, status: 'published' }, { status: 'retired' });
    await tx.insert(BlueprintRow, row);
  }

  async published(): Promise<{ row: BlueprintRow; forms: number }[]> {
    const rows = await this.uow.read.find(BlueprintRow, { where: { status: 'published' }, order: { code: 'ASC' } });
    const counts = await this.uow.read
      .createQueryBuilder(FormRow, 'f')
      .select('f.blueprintId', 'id')
      .addSelect('count(*)::int', 'n')
      .groupBy('f.blueprintId')
      .getRawMany<{ id: string; n: number }>();
    const byId = new Map(counts.map(({ id, n }) => [id, n]));
    return rows.map((row) => ({ row, forms: byId.get(row.id) ?? 0 }));
  }
}
