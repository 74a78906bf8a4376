import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { hashOf, mayBecome, type Instant, type Principal } from '@hz/kernel';
import { Outbox, TestSwitches, type Tx } from '@hz/platform';
import { attemptSubmitted, NotStarted, type Submitter } from '../contract';
import { ATTEMPT_LIFE } from '../domain/attempt-rules';
import type { AttemptRow } from '../persistence/attempt.entity';
import { AttemptRepository } from '../persistence/attempt.repository';
import { ResponseLogRepository } from '../persistence/response-log.repository';

/** The one way in which an attempt ends, inside the transaction of whoever ends it: candidate and worker meet here (P2). */
@Injectable()
export class HandIn {
  constructor(
    private readonly attempts: AttemptRepository,
    private readonly log: ResponseLogRepository,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly switches: TestSwitches,
  ) {}

  /** `attempt` is locked FOR UPDATE, so that the newest responses are all that were ever acknowledged. Throws NotStarted. */
  async run(tx: Tx, who: Principal, attempt: AttemptRow, { by, at }: { by: Submitter; at: Instant }) {
    if (!mayBecome(ATTEMPT_LIFE, attempt.status, 'submitted')) throw new NotStarted();
    const { id, sessionId, registrationId } = attempt;
    const newest = await this.log.newest(sessionId, id, tx);
    const responses = newest.map(({ itemRef, seq, value }) => ({ itemRef, seq, value }));
    const hash = hashOf({ attemptId: id, responses });
    const receipt = { attemptId: id, sessionId, submittedAt: at, submittedBy: by, responses, hash };
    const change = { status: 'submitted' as const, submittedAt: at, submittedBy: by, receipt };
    await this.attempts.change(tx, id, change);
    const details = { by, hash, responses: responses.length };
    await this.audit.record(tx, who, 'delivery.attempt-submitted', { type: 'attempt', id }, details);
    await this.outbox.publish(tx, attemptSubmitted({ attemptId: id, sessionId, registrationId }));
    this.switches.crashPoint('delivery.submit.before-commit');
    return { ...attempt, ...change };
  }
}
