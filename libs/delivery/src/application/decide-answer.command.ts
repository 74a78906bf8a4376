import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Clock, type PersonId, type Principal } from '@hz/kernel';
import { Outbox, TestSwitches, UnitOfWork, type Tx } from '@hz/platform';
import { Sessions } from '@hz/registration';
import {
  AnswerDecided,
  AnswerNotFound,
  AttemptStillOpen,
  attemptSupplemented,
  LaterAnswerAccepted,
  OwnAnswers,
  ResultsReleased,
  type AnswerDecisionInput,
} from '../contract';
import { AttemptRepository } from '../persistence/attempt.repository';
import { LateAnswerRepository, type Undecided } from '../persistence/late-answer.repository';
import { ResponseLogRepository } from '../persistence/response-log.repository';
import { deciderOf } from './decider';

/**
 * A person decides whether an answer that came too late, or that was refused, counts. Accepting adds it to the response log under the next
 * number, so that it is what the candidate gave last; nothing that is stored changes, and the receipt stays (P1, P2, P13).
 */
@Injectable()
export class DecideAnswer {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly attempts: AttemptRepository,
    private readonly answers: LateAnswerRepository,
    private readonly log: ResponseLogRepository,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly switches: TestSwitches,
  ) {}

  /**
   * The same decision again changes nothing. Throws AnswerNotFound, AnswerDecided, AttemptStillOpen, ResultsReleased, OwnAnswers,
   * LaterAnswerAccepted, PersonMustDecide.
   */
  async run(who: Principal, id: string, { accept, reason }: AnswerDecisionInput): Promise<void> {
    const decidedBy = deciderOf(who);
    const answer = await this.answers.undecided(id);
    if (answer === null) throw new AnswerNotFound();
    await this.uow.run(async (tx) => {
      const before = await this.hold(tx, decidedBy, answer);
      if (before !== null) {
        if (before.accepted !== accept) throw new AnswerDecided();
        return;
      }
      const logSeq = accept ? await this.append(tx, answer) : null;
      const decision = { accepted: accept, reason, decidedBy, decidedAt: this.clock.now(), logSeq };
      await this.answers.decide(tx, answer, decision);
      const { attemptId, sessionId, itemRef, seq } = answer;
      const details = { sessionId, answer: id, itemRef, seq, logSeq, reason };
      const action = accept ? 'delivery.late-answer-accepted' : 'delivery.late-answer-refused';
      await this.audit.record(tx, who, action, { type: 'attempt', id: attemptId }, details);
      if (logSeq !== null) await this.outbox.publish(tx, attemptSupplemented({ attemptId, sessionId, seq: logSeq }));
      this.switches.crashPoint('delivery.decide.before-commit');
    });
    this.switches.crashPoint('delivery.decide.after-commit');
  }

  /** Session, then attempt: a release waits for the decision, or the decision finds it released. Gives back what was decided before. */
  private async hold(tx: Tx, by: PersonId, answer: Undecided): Promise<{ accepted: boolean } | null> {
    const session = await this.sessions.hold(tx, answer.sessionId);
    const attempt = (await this.attempts.lock(tx, answer.attemptId))!;
    if (attempt.personId === by) throw new OwnAnswers();
    const before = await this.answers.decisionOn(tx, answer);
    if (before !== null) return before;
    if (attempt.status !== 'submitted') throw new AttemptStillOpen();
    if (session.releasedAt !== null) throw new ResultsReleased();
    return null;
  }

  private async append(tx: Tx, answer: Undecided): Promise<number> {
    const { attemptId, sessionId, itemRef, value } = answer;
    if ((await this.answers.lastAccepted(tx, answer)) > answer.seq) throw new LaterAnswerAccepted();
    const seq = (await this.log.lastSeqIn(tx, sessionId, attemptId)) + 1;
    const response = { itemRef, seq, value, late: true, savedAt: this.clock.now() };
    await this.log.append(tx, { sessionId, attemptId }, [response]);
    return seq;
  }
}
