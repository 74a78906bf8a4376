import { Injectable } from '@nestjs/common';
import { People } from '@hz/identity';
import { Clock, type AttemptId, type PersonId, type SessionId } from '@hz/kernel';
import { Registrations, Sessions } from '@hz/registration';
import type { AttemptStatus, LiveAttempt } from '../contract';
import { AttemptRepository } from '../persistence/attempt.repository';

export interface AttemptRecord {
  readonly id: AttemptId;
  readonly personId: PersonId;
  readonly status: AttemptStatus;
}

/** The attempts of a session, for those who run it and for grading. */
@Injectable()
export class Attempts {
  constructor(
    private readonly attempts: AttemptRepository,
    private readonly sessions: Sessions,
    private readonly registrations: Registrations,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  countsOf(sessionId: SessionId): Promise<{ prepared: number; started: number; submitted: number }> {
    return this.attempts.countsOf(sessionId);
  }

  async ofSession(sessionId: SessionId): Promise<AttemptRecord[]> {
    return (await this.attempts.ofSession(sessionId)).map(({ id, personId, status }) => ({ id, personId, status }));
  }

  /** The live list, by seat, so that rows stay where they are. Throws SessionNotFound. */
  async live(sessionId: SessionId): Promise<{ rows: LiveAttempt[]; serverTime: number }> {
    await this.sessions.byId(sessionId);
    const [rows, registrations, figures] = await Promise.all([
      this.attempts.ofSession(sessionId),
      this.registrations.ofSession(sessionId),
      this.attempts.liveFigures(sessionId),
    ]);
    const seats = new Map(registrations.map(({ id, seatNo }) => [id, seatNo]));
    const cards = await this.people.cards(rows.map(({ personId }) => personId));
    const list = rows.map((row) => ({
      attemptId: row.id,
      registrationId: row.registrationId,
      name: cards.get(row.personId)?.legalName ?? '',
      seatNo: seats.get(row.registrationId) ?? 0,
      status: row.status,
      startedAt: row.startedAt,
      deadlineAt: row.deadlineAt,
      submittedAt: row.submittedAt,
      submittedBy: row.submittedBy,
      ...(figures.get(row.id) ?? { saves: 0, lastSavedAt: null, evidence: {} }),
    }));
    return { rows: list.sort((a, b) => a.seatNo - b.seatNo), serverTime: this.clock.now() };
  }
}
