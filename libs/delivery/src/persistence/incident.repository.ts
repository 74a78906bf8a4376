import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '@hz/platform';
import type { IncidentId, Instant, SessionId } from '@hz/kernel';
import { In, MoreThanOrEqual, type EntityManager } from 'typeorm';
import type { Interval } from '../domain/intervals';
import { IncidentRow } from './incident.entity';

@Injectable()
export class IncidentRepository {
  constructor(private readonly uow: UnitOfWork) {}

  byId(id: IncidentId): Promise<IncidentRow | null> {
    return this.uow.read.findOneBy(IncidentRow, { id });
  }

  lock(tx: Tx, id: IncidentId): Promise<IncidentRow | null> {
    return tx.findOne(IncidentRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  ofSession(sessionId: SessionId, manager: EntityManager = this.uow.read): Promise<IncidentRow[]> {
    return manager.find(IncidentRow, { where: { sessionId }, order: { beganAt: 'ASC', id: 'ASC' } });
  }

  /** Approved ones that ended at `from` or later. */
  approvedSince(from: Instant): Promise<IncidentRow[]> {
    return this.uow.read.find(IncidentRow, {
      where: { state: 'approved', endedAt: MoreThanOrEqual(from) },
      order: { beganAt: 'DESC' },
    });
  }

  /** Adds a proposal unless the same one was found by another at the same time. */
  async addOnce(tx: Tx, row: IncidentRow): Promise<boolean> {
    const added = await tx
      .createQueryBuilder()
      .insert()
      .into(IncidentRow)
      .values(row)
      .orIgnore()
      .returning('id')
      .execute();
    return (added.raw as unknown[]).length > 0;
  }

  async change(tx: Tx, id: IncidentId, change: Partial<IncidentRow>): Promise<void> {
    await tx.update(IncidentRow, { id }, change);
  }

  /** Brings a proposal up to date, unless somebody has decided about it meanwhile. */
  async grow(tx: Tx, id: IncidentId, change: Pick<IncidentRow, 'beganAt' | 'endedAt'>): Promise<void> {
    await tx.update(IncidentRow, { id, state: 'proposed' }, change);
  }

  /**
   * When approved incidents kept everybody of the session from starting. Holds the session's incidents FOR SHARE, so that an approval
   * under way is waited for, and one that comes later finds what this transaction has written.
   */
  async windowSpans(tx: Tx, sessionId: SessionId): Promise<Interval[]> {
    const rows = await tx.find(IncidentRow, {
      where: { sessionId, state: In(['proposed', 'approved']) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_read' },
    });
    return spansOf(rows);
  }
}

/** The spans of approved incidents that moved the window. */
export function spansOf(rows: readonly IncidentRow[]): Interval[] {
  return rows
    .filter(({ state, movesWindow }) => state === 'approved' && movesWindow)
    .map(({ beganAt, endedAt }) => ({ from: beganAt, to: endedAt! }));
}
