import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { People } from '@hz/identity';
import type { Principal, SessionId } from '@hz/kernel';
import { UnitOfWork } from '@hz/platform';
import { Registrations, Sessions } from '@hz/registration';
import type { LateAnswer, LateAnswers } from '../contract';
import { LateAnswerRepository } from '../persistence/late-answer.repository';

const MOST = 1_000;

/** The answers of a session that came late or were refused, for those who run it; that they were read is audited, because it shows responses. */
@Injectable()
export class LateAnswerList {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly registrations: Registrations,
    private readonly people: People,
    private readonly answers: LateAnswerRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** The oldest thousand. Throws SessionNotFound. */
  async of(who: Principal, sessionId: SessionId): Promise<LateAnswers> {
    const session = await this.sessions.byId(sessionId);
    await this.uow.run((tx) =>
      this.audit.record(tx, who, 'delivery.late-answers-read', { type: 'session', id: sessionId }),
    );
    const [found, registrations] = await Promise.all([
      this.answers.ofSession(sessionId, MOST + 1),
      this.registrations.ofSession(sessionId),
    ]);
    const seats = new Map(registrations.map(({ id, seatNo }) => [id, seatNo]));
    const people = found.flatMap(({ personId, decision }) => (decision ? [personId, decision.decidedBy] : [personId]));
    const cards = await this.people.cards([...new Set(people)]);
    const rows = found.slice(0, MOST).map((row): LateAnswer => {
      const { personId, registrationId, decision, ...rest } = row;
      return {
        ...rest,
        registrationId,
        seatNo: seats.get(registrationId) ?? 0,
        name: cards.get(personId)?.legalName ?? '',
        decision: decision && {
          accepted: decision.accepted,
          reason: decision.reason,
          by: cards.get(decision.decidedBy)?.displayName ?? '',
          at: decision.decidedAt,
        },
      };
    });
    return { rows, isCut: found.length > MOST, isReleased: session.releasedAt !== null };
  }
}
