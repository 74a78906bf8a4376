import { Injectable } from '@nestjs/common';
import type { Principal } from '@hz/kernel';
import type { AskedWay, InstitutionCheck, VerificationAnswer, VerificationQuestion } from '../contract';
import { isSandbox } from '../domain/asker';
import { normalizedNumber } from '../domain/names';
import { QueryRepository } from '../persistence/query.repository';
import { CheckCertificate } from './check-certificate.query';
import { Guesses } from './guesses';
import { PresentedCredential } from './presented-credential';
import { RecordQueries } from './record-queries';
import { Sandbox } from './sandbox';

/** Asks on behalf of somebody, and keeps who asked: for thirty days for the holder, and for institutions in the audit trail (P8). */
@Injectable()
export class AskCertificate {
  constructor(
    private readonly check: CheckCertificate,
    private readonly presented: PresentedCredential,
    private readonly sandbox: Sandbox,
    private readonly queries: QueryRepository,
    private readonly guesses: Guesses,
    private readonly deeds: RecordQueries,
  ) {}

  /** Throws TooManyRequests when too many wrong names were given for this number. */
  async byAnyone(question: VerificationQuestion): Promise<VerificationAnswer> {
    const byName = question.code === undefined;
    if (byName) await this.guesses.refusePast(question.number);
    const answer = await this.check.run(question);
    if (answer.reason !== 'not-found') this.queries.addPublic(normalizedNumber(question.number), answer);
    else if (byName) await this.guesses.count(question.number);
    return answer;
  }

  /** A key for trying out hears of test certificates alone, every other of real ones alone. */
  async byInstitution(who: Principal, asked: InstitutionCheck): Promise<VerificationAnswer> {
    const answer = await this.answerTo(asked, isSandbox(who));
    const number = 'number' in asked ? normalizedNumber(asked.number) : (answer.certificate?.number ?? '');
    await this.deeds.run(who, [{ number, way: wayOf(asked), answer }]);
    return answer;
  }

  private answerTo(asked: InstitutionCheck, sandbox: boolean): Promise<VerificationAnswer> {
    if ('number' in asked) return sandbox ? this.sandbox.byNumber(asked) : this.check.run(asked);
    return sandbox ? this.sandbox.presented(asked) : this.presented.run(asked);
  }
}

const wayOf = (asked: InstitutionCheck): AskedWay =>
  'number' in asked ? 'number' : 'credential' in asked ? 'credential' : 'token';
