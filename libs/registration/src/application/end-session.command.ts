import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Clock, mayBecome, type Principal, type SessionId } from '@hz/kernel';
import { Outbox, UnitOfWork, type Tx } from '@hz/platform';
import {
  SessionCannotBecome,
  sessionCancelled,
  sessionClosed,
  SessionNotFound,
  sessionReleased,
  WindowHasBegun,
  WindowNotOver,
  type SessionStatus,
} from '../contract';
import { latestEnd } from '../domain/session-end';
import { SESSION_LIFE } from '../domain/session-life';
import type { SessionRow } from '../persistence/registration.entities';
import { SessionRepository } from '../persistence/session.repository';

/** The ways in which a session ends: closed, cancelled, released. */
@Injectable()
export class EndSession {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Nobody may start any more. Throws WindowNotOver unless `early`; SessionNotFound, SessionCannotBecome. Repeating it changes nothing. */
  close(who: Principal, id: SessionId, early: boolean): Promise<void> {
    return this.uow.run(async (tx) => {
      const row = await this.become(tx, id, 'closed');
      if (row === null) return;
      if (!early && this.clock.now() < row.closesAt) throw new WindowNotOver();
      await this.sessions.setStatus(tx, id, { status: 'closed' });
      await this.audit.record(tx, who, 'registration.session-closed', { type: 'session', id }, { early });
      await this.outbox.publish(tx, sessionClosed({ sessionId: id, schemeVersionId: row.schemeVersionId }));
    });
  }

  /** Cancels the session and every registration. Throws WindowHasBegun, SessionNotFound, SessionCannotBecome. */
  cancel(who: Principal, id: SessionId, reason: string): Promise<void> {
    return this.uow.run(async (tx) => {
      const row = await this.become(tx, id, 'cancelled');
      if (row === null) return;
      if (row.status === 'open' && this.clock.now() >= row.opensAt) throw new WindowHasBegun();
      await this.sessions.setStatus(tx, id, { status: 'cancelled', cancelledReason: reason });
      await this.sessions.cancelRegistrations(tx, id);
      await this.audit.record(tx, who, 'registration.session-cancelled', { type: 'session', id }, { reason });
      await this.outbox.publish(tx, sessionCancelled({ sessionId: id, reason }));
    });
  }

  /** Closes every session in which nobody can be at work any more. One that cannot be closed does not keep the others open. */
  async closeDue(who: Principal): Promise<void> {
    const failures: unknown[] = [];
    for (const { session, ...largest } of await this.sessions.past(this.clock.now())) {
      if (this.clock.now() <= latestEnd(session.closesAt, session.rules, largest)) continue;
      await this.close(who, session.id, false).catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw new AggregateError(failures, 'some sessions could not be closed');
  }

  /** The locked session if it may become `status`; null when it is that already. */
  private async become(tx: Tx, id: SessionId, status: SessionStatus): Promise<SessionRow | null> {
    const row = await this.sessions.lock(tx, id);
    if (row === null) throw new SessionNotFound();
    if (row.status === status) return null;
    if (!mayBecome(SESSION_LIFE, row.status, status)) throw new SessionCannotBecome({ status: row.status });
    return row;
  }
}

/** For grading, inside the transaction that makes results final. */
@Injectable()
export class MarkSessionReleased {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Locks the session. Throws SessionNotFound, SessionCannotBecome. Repeating it changes nothing. */
  async run(tx: Tx, who: Principal, id: SessionId): Promise<void> {
    const row = await this.sessions.lock(tx, id);
    if (row === null) throw new SessionNotFound();
    if (row.status === 'released') return;
    if (!mayBecome(SESSION_LIFE, row.status, 'released')) throw new SessionCannotBecome({ status: row.status });
    await this.sessions.setStatus(tx, id, { status: 'released', releasedAt: this.clock.now() });
    await this.audit.record(tx, who, 'registration.session-released', { type: 'session', id });
    await this.outbox.publish(tx, sessionReleased({ sessionId: id, schemeVersionId: row.schemeVersionId }));
  }
}
