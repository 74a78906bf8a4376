import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { hashOf, mayBecome, type Instant, type Principal, type SessionId } from '@hz/kernel';
import { Outbox, TestSwitches, type Tx } from '@hz/platform';
import { attemptSubmitted, NotStarted, type Submitter } from '../contract';
import { ATTEMPT_LIFE } from '../domain/attempt-rules';
import type { AttemptRow } from '../persistence/attempt.entity';
import { AttemptRepository } from '../persistence/attempt.repository';
import { ResponseLogRepository, type LoggedResponse } from '../persistence/response-log.repository';

/** How an attempt ends. */
export interface Ending {
  readonly attempt: AttemptRow;
  readonly who: Principal;
  readonly by: Submitter;
  readonly at: Instant;
}

/** The one way in which attempts end, inside the transaction of whoever ends them: candidate and worker meet here (P2). */
@Injectable()
export class HandIn {
  constructor(
    private readonly attempts: AttemptRepository,
    private readonly log: ResponseLogRepository,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly switches: TestSwitches,
  ) {}

  /**
   * Ends attempts of one session, which are locked FOR UPDATE, so that the newest responses are all that were ever acknowledged. Gives
   * back the rows as they are then, in the order of `endings`. Throws NotStarted.
   */
  async run(tx: Tx, sessionId: SessionId, endings: readonly Ending[]): Promise<AttemptRow[]> {
    const ids = endings.map(({ attempt }) => attempt.id);
    const newest = await this.log.newestOf(tx, sessionId, ids);
    const ended = endings.map((ending) => submitted(ending, newest.get(ending.attempt.id) ?? []));
    await this.attempts.submit(tx, ended);
    await this.audit.recordEach(
      tx,
      ended.map(({ id, receipt, submittedBy }, n) => ({
        who: endings[n]!.who,
        action: 'delivery.attempt-submitted',
        object: { type: 'attempt', id },
        details: { by: submittedBy, hash: receipt!.hash, responses: receipt!.responses.length },
      })),
    );
    const events = ended.map(({ id, registrationId }) =>
      attemptSubmitted({ attemptId: id, sessionId, registrationId }),
    );
    await this.outbox.publish(tx, ...events);
    this.switches.crashPoint('delivery.submit.before-commit');
    return ended;
  }
}

function submitted({ attempt, by, at }: Ending, newest: readonly LoggedResponse[]): AttemptRow {
  if (!mayBecome(ATTEMPT_LIFE, attempt.status, 'submitted')) throw new NotStarted();
  const { id, sessionId } = attempt;
  const responses = newest.map(({ itemRef, seq, value }) => ({ itemRef, seq, value }));
  const hash = hashOf({ attemptId: id, responses });
  const receipt = { attemptId: id, sessionId, submittedAt: at, submittedBy: by, responses, hash };
  return { ...attempt, status: 'submitted', submittedAt: at, submittedBy: by, receipt };
}
