import { Injectable } from '@nestjs/common';
import { byIdOf, Gathered, sqlTime, UnitOfWork, type Tx } from '@hz/platform';
import type { Instant, SchemeVersionId, SessionId } from '@hz/kernel';
import { In, LessThan } from 'typeorm';
import type { SessionStatus } from '../contract';
import { RegistrationRow, SessionRow } from './registration.entities';

@Injectable()
export class SessionRepository {
  private readonly gathered = new Gathered<SessionId, SessionRow>(async (ids) => byIdOf(await this.byIds(ids)));

  constructor(private readonly uow: UnitOfWork) {}

  /** Every candidate of a session asks for it at the same moment, so that many are answered by one query. */
  async byId(id: SessionId): Promise<SessionRow | null> {
    return (await this.gathered.find(id)) ?? null;
  }

  byIds(ids: readonly SessionId[]): Promise<SessionRow[]> {
    return this.uow.read.findBy(SessionRow, { id: In([...ids]) });
  }

  async lock(tx: Tx, id: SessionId): Promise<SessionRow | null> {
    return tx.findOne(SessionRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async share(tx: Tx, id: SessionId): Promise<SessionRow | null> {
    return tx.findOne(SessionRow, { where: { id }, lock: { mode: 'pessimistic_read' } });
  }

  list(filter: { schemeVersionId?: SchemeVersionId; statuses: readonly SessionStatus[] }): Promise<SessionRow[]> {
    return this.uow.read.find(SessionRow, {
      where: {
        status: In([...filter.statuses]),
        ...(filter.schemeVersionId && { schemeVersionId: filter.schemeVersionId }),
      },
      order: { opensAt: 'DESC', id: 'DESC' },
      take: 500,
    });
  }

  async save(tx: Tx, row: SessionRow): Promise<void> {
    await tx.save(SessionRow, row);
  }

  async setStatus(tx: Tx, id: SessionId, change: Partial<SessionRow> & { status: SessionStatus }): Promise<void> {
    await tx.update(SessionRow, { id }, change);
  }

  /** How many hold a seat, by session. */
  async seatsTaken(ids: readonly SessionId[]): Promise<Map<SessionId, number>> {
    const rows = await this.uow.read
      .createQueryBuilder(RegistrationRow, 'r')
      .select('r.sessionId', 'id')
      .addSelect('count(*)::int', 'n')
      .where({ sessionId: In([...ids]), status: 'confirmed' })
      .groupBy('r.sessionId')
      .getRawMany<{ id: SessionId; n: number }>();
    return new Map(rows.map(({ id, n }) => [id, n]));
  }

  /** Open sessions whose window is over, with the largest accommodation among those who registered. */
  async past(now: Instant): Promise<{ session: SessionRow; extraTimePercent: number; breakMinutes: number }[]> {
    const sessions = await this.uow.read.findBy(SessionRow, { status: 'open', closesAt: LessThan(now) });
    return Promise.all(
      sessions.map(async (session) => {
        const [most] = await this.uow.read.query<{ extra: number; breaks: number }[]>(
          `SELECT coalesce(max(extra_time_percent), 0) AS extra, coalesce(max(break_minutes), 0) AS breaks
             FROM registration.registration WHERE session_id = $1 AND status = 'confirmed'`,
          [session.id],
        );
        return { session, extraTimePercent: most!.extra, breakMinutes: most!.breaks };
      }),
    );
  }

  /** Cancels every live registration of a session. */
  async cancelRegistrations(tx: Tx, id: SessionId): Promise<void> {
    await tx.update(RegistrationRow, { sessionId: id, status: 'confirmed' }, { status: 'cancelled' });
  }

  async nextCode(tx: Tx, at: Instant): Promise<string> {
    const [row] = await tx.query<{ day: string; n: number }[]>(
      `SELECT to_char($1::timestamptz AT TIME ZONE 'Asia/Shanghai', 'YYYYMMDD') AS day,
              (SELECT count(*)::int + 1 FROM registration.session WHERE code LIKE 'S' || to_char($1::timestamptz AT TIME ZONE 'Asia/Shanghai', 'YYYYMMDD') || '-%') AS n
         FROM pg_advisory_xact_lock(hashtext('registration.session-code'))`,
      [sqlTime(at)],
    );
    return `S${row!.day}-${String(row!.n).padStart(2, '0')}`;
  }
}
