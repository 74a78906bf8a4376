import { Injectable } from '@nestjs/common';
import { Forms } from '@hz/assembly';
import { AuditTrail } from '@hz/audit';
import { DomainError, mayBecome, type FieldProblem, type FormId, type Principal, type SessionId } from '@hz/kernel';
import { assertDurable, HotPool, Outbox, TestSwitches, UnitOfWork, type Tx } from '@hz/platform';
import { FormsNotReady, SessionCannotBecome, SessionNotFound, sessionOpened } from '../contract';
import { SESSION_LIFE } from '../domain/session-life';
import { unknownSections } from '../domain/session-check';
import type { SessionRow } from '../persistence/registration.entities';
import { SessionRepository } from '../persistence/session.repository';

/** Opens a session for registration and sitting; its settings are frozen from then on. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly forms: Forms,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly hotPool: HotPool,
    private readonly switches: TestSwitches,
  ) {}

  /** Throws DatabaseNotDurable where a commit would not last (P1), FormsNotReady, SessionCannotBecome. Repeating it changes nothing. */
  async run(who: Principal, id: SessionId): Promise<void> {
    await this.uow.run(async (tx) => {
      await this.refuseWithoutDurability(tx);
      const row = await this.sessions.lock(tx, id);
      if (row === null) throw new SessionNotFound();
      if (row.status === 'open') return;
      if (!mayBecome(SESSION_LIFE, row.status, 'open')) throw new SessionCannotBecome({ status: row.status });
      // On the locked row: a form that is exchanged meanwhile would otherwise pass unseen.
      await this.refuseUnreadyForms(row);
      await this.sessions.setStatus(tx, id, { status: 'open' });
      await this.audit.record(tx, who, 'registration.session-opened', { type: 'session', id });
      await this.outbox.publish(tx, sessionOpened({ sessionId: id, schemeVersionId: row.schemeVersionId }));
    });
  }

  /** Answers are written over the pool of the hot path, other changes over this transaction's: both must be durable. */
  private async refuseWithoutDurability(tx: Tx): Promise<void> {
    if (this.switches.without('durability-guard')) return;
    await assertDurable(tx);
    const { pool } = this.hotPool;
    await assertDurable({ query: async (sql: string) => (await pool.query(sql)).rows as never });
  }

  private async refuseUnreadyForms({ formIds, rules, schemeVersionId }: SessionRow): Promise<void> {
    const problems: FieldProblem[] =
      formIds.length === 0 ? [{ pointer: '/formIds', code: 'registration.no-form' }] : [];
    for (const [index, formId] of formIds.entries()) {
      const outline = await this.outline(formId);
      if (outline === null || outline.status !== 'published' || outline.schemeVersionId !== schemeVersionId) {
        problems.push({ pointer: `/formIds/${index}`, code: 'registration.form-not-published' });
      } else {
        problems.push(...unknownSections(rules, new Set(outline.sections.map((section) => section.id))));
      }
    }
    if (problems.length > 0) throw new FormsNotReady({ count: problems.length }, problems);
  }

  private async outline(id: FormId) {
    return this.forms.outline(id).catch((error: unknown) => {
      if (error instanceof DomainError && error.kind === 'not-found') return null;
      throw error;
    });
  }
}
