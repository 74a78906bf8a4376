import { Injectable } from '@nestjs/common';
import type { AttemptId, FormId, Instant, PersonId, RegistrationId, ResponseValue, SessionId } from '@hz/kernel';
import { AttemptNotFound, LogArchived, NotStarted, type Submitter } from '../contract';
import { AttemptRepository } from '../persistence/attempt.repository';
import { ResponseLogRepository } from '../persistence/response-log.repository';

/** What was handed in, for grading. */
export interface Submission {
  readonly attemptId: AttemptId;
  readonly sessionId: SessionId;
  readonly registrationId: RegistrationId;
  readonly personId: PersonId;
  readonly formId: FormId;
  readonly startedAt: Instant;
  readonly submittedAt: Instant;
  readonly submittedBy: Submitter;
  /** The final value of each item that was answered, by item ref. */
  readonly responses: Readonly<Record<string, ResponseValue>>;
  /** Items whose final response arrived after the deadline, within the grace. */
  readonly late: readonly string[];
}

@Injectable()
export class Submissions {
  constructor(
    private readonly attempts: AttemptRepository,
    private readonly log: ResponseLogRepository,
  ) {}

  /** Throws AttemptNotFound, NotStarted when nothing is handed in yet, LogArchived when the receipt names what the log no longer has. */
  async byAttempt(attemptId: AttemptId): Promise<Submission> {
    const row = await this.attempts.byId(attemptId);
    if (row === null) throw new AttemptNotFound();
    if (row.status !== 'submitted') throw new NotStarted();
    const newest = await this.log.newest(row.sessionId, attemptId);
    if (newest.length < row.receipt!.responses.length) throw new LogArchived();
    return {
      attemptId,
      sessionId: row.sessionId,
      registrationId: row.registrationId,
      personId: row.personId,
      formId: row.formId,
      startedAt: row.startedAt!,
      submittedAt: row.submittedAt!,
      submittedBy: row.submittedBy!,
      responses: Object.fromEntries(newest.map(({ itemRef, value }) => [itemRef, value])),
      late: newest.filter(({ late }) => late).map(({ itemRef }) => itemRef),
    };
  }
}
