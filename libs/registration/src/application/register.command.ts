import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Schemes } from '@hz/competency';
import { evaluateEligibility, type EligibilityVerdict, type SchemeView } from '@hz/competency/contract';
import { People } from '@hz/identity';
import {
  Clock,
  never,
  toIso,
  type FieldProblem,
  type PersonId,
  type Principal,
  type RegistrationId,
  type SessionId,
} from '@hz/kernel';
import { newId, NotSignedIn, Outbox, TestSwitches, UnitOfWork, type Tx } from '@hz/platform';
import {
  NoSittingsLeft,
  NotEligible,
  registrationConfirmed,
  RegistrationNotOpen,
  SessionFull,
  SessionNotFound,
  WaitingTimeNotOver,
  type Register as RegisterInput,
} from '../contract';
import { maySitAgain } from '../domain/sittings';
import { ticketNo } from '../domain/ticket-no';
import type { RegistrationRow, SessionRow } from '../persistence/registration.entities';
import { RegistrationRepository } from '../persistence/registration.repository';
import { SessionRepository } from '../persistence/session.repository';

/** Takes a candidate into a session: checks the requirements, gives a seat, a form and a ticket number. */
@Injectable()
export class Register {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly registrations: RegistrationRepository,
    private readonly schemes: Schemes,
    private readonly people: People,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly switches: TestSwitches,
    private readonly clock: Clock,
  ) {}

  /**
   * Who is registered already gets the same registration again. Throws SessionNotFound, RegistrationNotOpen, NotEligible,
   * NoSittingsLeft, WaitingTimeNotOver, SessionFull.
   */
  async run(who: Principal, sessionId: SessionId, { claims }: RegisterInput): Promise<RegistrationId> {
    if (who.via !== 'login') throw new NotSignedIn();
    const session = await this.sessions.byId(sessionId);
    if (session === null || session.status === 'draft') throw new SessionNotFound();
    const scheme = await this.schemes.versionById(session.schemeVersionId);
    const eligibility = evaluateEligibility(scheme.body.eligibility, claims, this.clock.now());
    const [card, accommodation] = await Promise.all([
      this.people.card(who.personId),
      this.people.accommodationOf(who.personId),
    ]);
    const id = await this.uow.run(async (tx) => {
      const locked = (await this.sessions.lock(tx, sessionId))!;
      const existing = await this.registrations.live(tx, sessionId, who.personId);
      if (existing !== null) return existing.id;
      const now = this.clock.now();
      this.refuseUnlessOpen(locked);
      if (!eligibility.met) throw new NotEligible({}, unmet(eligibility));
      await this.refuseTooOften(tx, who.personId, locked, scheme);
      const row = await this.seated(tx, locked, {
        id: newId<RegistrationId>(),
        sessionId,
        personId: who.personId,
        institutionId: card.institutionId,
        status: 'confirmed' as const,
        claims,
        eligibility,
        ...accommodation,
        pledgedAt: now,
        registeredAt: now,
      });
      await this.registrations.add(tx, row);
      await this.audit.record(
        tx,
        who,
        'registration.registered',
        { type: 'registration', id: row.id },
        { sessionId, seatNo: row.seatNo },
      );
      await this.outbox.publish(
        tx,
        registrationConfirmed({ registrationId: row.id, sessionId, personId: who.personId }),
      );
      this.switches.crashPoint('registration.register.before-commit');
      return row.id;
    });
    this.switches.crashPoint('registration.register.after-commit');
    return id;
  }

  private refuseUnlessOpen({ status, registrationOpensAt, registrationClosesAt }: SessionRow): void {
    const now = this.clock.now();
    if (status !== 'open' || now < registrationOpensAt || now >= registrationClosesAt) throw new RegistrationNotOpen();
  }

  private async refuseTooOften(tx: Tx, personId: PersonId, session: SessionRow, scheme: SchemeView): Promise<void> {
    await this.registrations.lockSittings(tx, personId);
    const earlier = await this.registrations.earlierEnds(tx, personId, session.schemeVersionId);
    const verdict = maySitAgain(earlier, scheme.body, session.opensAt);
    if (verdict.ok) return;
    switch (verdict.why) {
      case 'none-left':
        throw new NoSittingsLeft({ allowed: verdict.allowed });
      case 'too-early':
        throw new WaitingTimeNotOver({ from: verdict.from });
      default:
        never(verdict);
    }
  }

  private async seated(
    tx: Tx,
    session: SessionRow,
    row: Omit<RegistrationRow, 'seatNo' | 'formId' | 'ticketNo'>,
  ): Promise<RegistrationRow> {
    const seatNo = await this.registrations.freeSeat(tx, session.id, session.capacity);
    if (seatNo === null) throw new SessionFull({ capacity: session.capacity });
    const formId = session.formIds[(seatNo - 1) % session.formIds.length]!;
    const year = Number(toIso(session.opensAt).slice(0, 4));
    return { ...row, seatNo, formId, ticketNo: ticketNo(year, await this.registrations.nextTicketSerial(tx)) };
  }
}

/** The conditions that were not met, each by its place in the rule. */
function unmet(verdict: EligibilityVerdict, pointer = '/eligibility'): FieldProblem[] {
  if (verdict.met) return [];
  if (verdict.of === undefined) return [{ pointer, code: `registration.unmet-${verdict.rule.kind}` }];
  return verdict.of.flatMap((part, index) => unmet(part, `${pointer}/of/${index}`));
}
