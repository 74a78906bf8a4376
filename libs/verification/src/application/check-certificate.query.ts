import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { actorOf, Clock, instant, type Instant, type Principal } from '@hz/kernel';
import { SecretBox, TestSwitches, UnitOfWork } from '@hz/platform';
import {
  anyCredentialSchema,
  statusEntriesOf,
  type AnyCredential,
  type VerificationAnswer,
  type VerificationQuestion,
} from '../contract';
import { certificateFacts } from '../domain/certificate-facts';
import { judge, type Findings, type FoundStatus } from '../domain/judge';
import { normalizedNumber } from '../domain/names';
import { PublishedRepository, type Published } from '../persistence/published.repository';
import { QueryRepository } from '../persistence/query.repository';
import { ProofCheck } from './proof-check';
import { holderKey } from './publications';
import { codeHash, isSame } from './secrets';
import { StatusLists } from './status-lists';

interface FoundListed {
  readonly status: FoundStatus;
  readonly asOf: Instant | null;
}

const WHEN_SET = { revocation: 'revoked', suspension: 'suspended' } as const;

/** Answers whether a certificate is valid, from what is published alone (P7). */
@Injectable()
export class CheckCertificate {
  constructor(
    private readonly published: PublishedRepository,
    private readonly proofs: ProofCheck,
    private readonly lists: StatusLists,
    private readonly box: SecretBox,
    private readonly switches: TestSwitches,
    private readonly clock: Clock,
  ) {}

  /**
   * The answer to a question by number with name, code, or neither. Whoever gave a name or code that does not belong to the number
   * learns no more than whoever made the number up.
   */
  async run(question: VerificationQuestion): Promise<VerificationAnswer> {
    const number = normalizedNumber(question.number);
    const row = await this.published.byNumber(number);
    const fits = row !== null && this.fits(row, question);
    if (row === null || fits === false) return this.notFound();
    return this.answer(row, fits);
  }

  /** Whether the name or the code belongs to the certificate; null when neither was given. */
  private fits(row: Published, { name, code }: VerificationQuestion): boolean | null {
    if (name === undefined && code === undefined) return null;
    const nameFits = name === undefined || row.holderKeys.some((key) => isSame(key, holderKey(this.box, name)));
    const codeFits = code === undefined || isSame(codeHash(code), row.codeHash);
    return nameFits && codeFits;
  }

  private async answer(row: Published, fits: boolean | null): Promise<VerificationAnswer> {
    const proof = await this.proofs.run(row.credential, anyCredentialSchema);
    const facts = proof.document === null ? null : certificateFacts(proof.document);
    // A credential of another number that was put under this one is as good as an altered one.
    const misplaced = facts !== null && facts.number !== row.number;
    const { status, asOf } = await this.statusOf(row, proof.document);
    const findings: Findings = {
      holder: fits === null ? null : 'passed',
      issuer: proof.issuer,
      signature: misplaced ? 'failed' : proof.signature,
      status,
      period: facts && { from: instant(facts.issuedAt), until: instant(facts.expiresAt) },
    };
    const checkedAt = this.clock.now();
    const shown = facts === null || misplaced ? null : facts;
    return {
      ...judge(findings, checkedAt),
      checkedAt,
      statusAsOf: asOf,
      supersededBy: fits === true ? row.successor : null,
      certificate: shown && {
        number: shown.number,
        holderName: fits === true ? shown.holderName : shown.maskedName,
        title: shown.title,
        level: shown.level,
        issuedAt: shown.issuedAt,
        expiresAt: shown.expiresAt,
      },
    };
  }

  /** The worst of record and lists: "valid" needs all of them to say so, and each list to have been checked. */
  private async statusOf(row: Published, credential: AnyCredential | null): Promise<FoundListed> {
    if (row.status !== 'valid') return { status: row.status, asOf: row.statusChangedAt };
    if (credential === null) return { status: 'unknown', asOf: null };
    const entries = statusEntriesOf(credential);
    const listed = await Promise.all(
      entries.map(async (entry) => ({ ...entry, ...(await this.lists.statusOf(entry)) })),
    );
    const set = listed.find(({ status }) => status === 'set');
    if (set !== undefined) return { status: WHEN_SET[set.statusPurpose], asOf: set.asOf };
    const unchecked = listed.some(({ status }) => status === 'unknown') && !this.switches.without('status-check');
    const moments = listed.map(({ asOf }) => asOf).filter((asOf) => asOf !== null);
    const oldest = moments.length < listed.length ? null : instant(Math.min(...moments));
    return { status: unchecked ? 'unknown' : 'valid', asOf: oldest };
  }

  private notFound(): VerificationAnswer {
    return {
      verdict: 'not-valid',
      reason: 'not-found',
      checks: [{ check: 'log', outcome: 'failed' }],
      checkedAt: this.clock.now(),
      statusAsOf: null,
      supersededBy: null,
      certificate: null,
    };
  }
}

/** Asks on behalf of somebody, and keeps who asked: for thirty days for the holder, and for institutions in the audit trail (P8). */
@Injectable()
export class AskCertificate {
  constructor(
    private readonly check: CheckCertificate,
    private readonly queries: QueryRepository,
    private readonly audit: AuditTrail,
    private readonly uow: UnitOfWork,
  ) {}

  async byAnyone(question: VerificationQuestion): Promise<VerificationAnswer> {
    const answer = await this.check.run(question);
    if (answer.reason !== 'not-found')
      await this.uow.run((tx) => this.queries.add(tx, asked(question, answer, 'public')));
    return answer;
  }

  async byInstitution(who: Principal, question: VerificationQuestion): Promise<VerificationAnswer> {
    const answer = await this.check.run(question);
    const { number, askedBy, verdict, reason, at } = asked(question, answer, actorOf(who));
    await this.uow.run(async (tx) => {
      if (reason !== 'not-found') await this.queries.add(tx, { number, askedBy, verdict, reason, at });
      const object = { type: 'certificate', id: number.slice(0, 40) };
      await this.audit.record(tx, who, 'verification.certificate-checked', object, { verdict, reason });
    });
    return answer;
  }
}

function asked(question: VerificationQuestion, { verdict, reason, checkedAt }: VerificationAnswer, askedBy: string) {
  return { number: normalizedNumber(question.number), askedBy, verdict, reason, at: instant(checkedAt) };
}
