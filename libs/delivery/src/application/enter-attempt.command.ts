import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { People } from '@hz/identity';
import { Clock, type AttemptId, type Principal, type RegistrationId } from '@hz/kernel';
import { newId, randomToken, UnitOfWork } from '@hz/platform';
import { Registrations } from '@hz/registration';
import { AttemptNotFound, type AttemptView } from '../contract';
import { AttemptRepository } from '../persistence/attempt.repository';
import { LogPartitions } from '../persistence/log-partitions';
import { OwnAttempts } from './own-attempts';
import { WindowShifts } from './window-shifts';

/** Enters the waiting room: prepares the attempt, so that starting it is one small write. Repeating it changes nothing (P2). */
@Injectable()
export class EnterAttempt {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly attempts: AttemptRepository,
    private readonly windowShifts: WindowShifts,
    private readonly registrations: Registrations,
    private readonly people: People,
    private readonly partitions: LogPartitions,
    private readonly own: OwnAttempts,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Throws AttemptNotFound when the registration is not one's own or not confirmed (P9). */
  async run(who: Principal, registrationId: RegistrationId): Promise<AttemptView> {
    const registration = await this.registrations.byId(registrationId).catch(() => null);
    const mine = registration !== null && who.via === 'login' && registration.personId === who.personId;
    if (!mine || registration.status !== 'confirmed') throw new AttemptNotFound();
    const existing = await this.attempts.byRegistration(registrationId);
    if (existing !== null) return this.own.viewOf(existing);
    const { language } = await this.people.card(registration.personId);
    await this.partitions.attach(registration.sessionId);
    await this.uow.run(async (tx) => {
      const windowShiftMs = await this.windowShifts.of(tx, registration.sessionId);
      const id = newId<AttemptId>();
      const added = await this.attempts.addOnce(tx, {
        id,
        sessionId: registration.sessionId,
        registrationId,
        personId: registration.personId,
        formId: registration.formId,
        seed: randomToken(12),
        language,
        status: 'prepared',
        preparedAt: this.clock.now(),
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
      });
      if (added)
        await this.audit.record(tx, who, 'delivery.attempt-prepared', { type: 'attempt', id }, { registrationId });
    });
    return this.own.viewOf((await this.attempts.byRegistration(registrationId))!);
  }
}
