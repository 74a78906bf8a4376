import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { People } from '@hz/identity';
import { Clock, type AttemptId, type DurationMs, type Instant, type Language, type Principal } from '@hz/kernel';
import type { RegistrationId, SessionId } from '@hz/kernel';
import { GroupCommit, newId, randomToken, TestSwitches, UnitOfWork, type Outcome, type Tx } from '@hz/platform';
import { Registrations, Sessions, type RegistrationRecord, type SessionRecord } from '@hz/registration';
import { AttemptNotFound, type AttemptView } from '../contract';
import type { AttemptRow } from '../persistence/attempt.entity';
import { AttemptRepository } from '../persistence/attempt.repository';
import { LogPartitions } from '../persistence/log-partitions';
import { OwnAttempts } from './own-attempts';
import { WindowShifts } from './window-shifts';

interface Order {
  readonly who: Principal;
  readonly session: SessionRecord;
  readonly registration: RegistrationRecord;
  readonly language: Language;
}

/**
 * Enters the waiting room: prepares the attempt, so that starting it is one small write. Repeating it changes nothing (P2). A school
 * comes in together, so that those who come while a transaction runs go together in the next.
 */
@Injectable()
export class EnterAttempt {
  private readonly commits = new GroupCommit<Order, void>((orders) => this.commit(orders));

  constructor(
    private readonly uow: UnitOfWork,
    private readonly attempts: AttemptRepository,
    private readonly windowShifts: WindowShifts,
    private readonly registrations: Registrations,
    private readonly sessions: Sessions,
    private readonly people: People,
    private readonly partitions: LogPartitions,
    private readonly own: OwnAttempts,
    private readonly audit: AuditTrail,
    private readonly switches: TestSwitches,
    private readonly clock: Clock,
  ) {}

  /** Throws AttemptNotFound when the registration is not one's own or not confirmed (P9). */
  async run(who: Principal, registrationId: RegistrationId): Promise<AttemptView> {
    const registration = await this.registrations.byId(registrationId).catch(() => null);
    const mine = registration !== null && who.via === 'login' && registration.personId === who.personId;
    if (!mine || registration.status !== 'confirmed') throw new AttemptNotFound();
    const session = await this.sessions.byId(registration.sessionId);
    const existing = await this.attempts.byRegistration(registrationId);
    if (existing !== null) return this.own.viewIn(existing, { session, registration });
    const { language } = await this.people.card(registration.personId);
    await this.partitions.attach(session.id);
    await this.commits.run({ who, session, registration, language });
    this.switches.crashPoint('delivery.enter.after-commit');
    return this.own.viewIn((await this.attempts.byRegistration(registrationId))!, { session, registration });
  }

  private commit(orders: readonly Order[]): Promise<Outcome<void>[]> {
    return this.uow.run(async (tx) => {
      const shifts = await this.shiftsOf(tx, orders);
      const now = this.clock.now();
      const prepared = new Map(
        [...orders].sort(byRegistration).map((order) => {
          const attempt = preparedAttempt(order, shifts.get(order.session.id)!, now);
          return [attempt.id, { attempt, who: order.who }] as const;
        }),
      );
      const added = await this.attempts.addOnce(
        tx,
        [...prepared.values()].map(({ attempt }) => attempt),
      );
      await this.audit.recordEach(
        tx,
        [...added].map((id) => {
          const { who, attempt } = prepared.get(id)!;
          const details = { registrationId: attempt.registrationId };
          return { who, action: 'delivery.attempt-prepared', object: { type: 'attempt', id }, details };
        }),
      );
      this.switches.crashPoint('delivery.enter.before-commit');
      return orders.map(() => ({ value: undefined }));
    });
  }

  /** In one order for all who hold a session's incidents. */
  private async shiftsOf(tx: Tx, orders: readonly Order[]): Promise<Map<SessionId, DurationMs>> {
    const sessions = new Map(orders.map(({ session }) => [session.id, session]));
    const shifts = new Map<SessionId, DurationMs>();
    for (const id of [...sessions.keys()].sort()) shifts.set(id, await this.windowShifts.of(tx, sessions.get(id)!));
    return shifts;
  }
}

/** One order for all who insert, so that two batches cannot wait for each other. */
function byRegistration(a: Order, b: Order): number {
  return a.registration.id < b.registration.id ? -1 : 1;
}

function preparedAttempt(
  { session, registration, language }: Order,
  windowShiftMs: DurationMs,
  now: Instant,
): AttemptRow {
  return {
    id: newId<AttemptId>(),
    sessionId: session.id,
    registrationId: registration.id,
    personId: registration.personId,
    formId: registration.formId,
    seed: randomToken(12),
    language,
    status: 'prepared',
    preparedAt: now,
    pledgedAt: null,
    startedAt: null,
    deadlineAt: null,
    graceEndsAt: null,
    earliestHandInAt: null,
    leaseId: null,
    leaseNo: 0,
    leasePageId: null,
    sectionState: null,
    openSections: [],
    sectionEndsAt: null,
    flags: [],
    incidentsMs: 0,
    windowShiftMs,
    incidentNotices: [],
    submittedAt: null,
    submittedBy: null,
    receipt: null,
    receiptSignature: null,
    receiptKey: null,
  };
}
