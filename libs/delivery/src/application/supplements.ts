import { Injectable } from '@nestjs/common';
import type { AttemptId, Instant, SessionId } from '@hz/kernel';
import type { Tx } from '@hz/platform';
import { LateAnswerRepository } from '../persistence/late-answer.repository';

/** What was accepted after the hand-in, for grading: what was scored before that does not hold it. */
@Injectable()
export class Supplements {
  constructor(private readonly answers: LateAnswerRepository) {}

  /** When something was last accepted of the attempt; null when nothing was. */
  lastOf(attemptId: AttemptId): Promise<Instant | null> {
    return this.answers.lastSupplementOf(attemptId);
  }

  /** When something was last accepted, by attempt. Nothing is accepted any more once the session is locked for its release. */
  ofSession(tx: Tx, sessionId: SessionId): Promise<Map<AttemptId, Instant>> {
    return this.answers.supplemented(tx, sessionId);
  }
}
