import { Injectable } from '@nestjs/common';
import { Clock, instant, type Instant } from '@hz/kernel';
import { SecretBox, TestSwitches } from '@hz/platform';
import { statusEntriesOf, type VerificationAnswer, type VerificationQuestion } from '../contract';
import { certificateFacts, type CertificateFacts, type CheckedCredential } from '../domain/certificate-facts';
import { judge, type Findings, type FoundStatus } from '../domain/judge';
import { keyTrust, type KeyTrust } from '../domain/key-trust';
import { normalizedNumber } from '../domain/names';
import { MatchingRepository, type Matching, type Standing } from '../persistence/matching.repository';
import { PublishedRepository } from '../persistence/published.repository';
import { KnownCredentials } from './known-credentials';
import { ListedStatuses } from './listed-status';
import type { ProofFound } from './proof-check';
import { holderKey } from './publications';
import { codeHash } from './secrets';

interface FoundListed {
  readonly status: FoundStatus;
  readonly asOf: Instant | null;
}

/** A row, and the stamps that the lists had when it was read, where they were read with it. */
type Judged = Standing & Pick<Matching, 'lists'>;

const WHEN_SET = { revocation: 'revoked', suspension: 'suspended' } as const;

/** Answers whether a certificate is valid, from what is published alone (P7). */
@Injectable()
export class CheckCertificate {
  constructor(
    private readonly published: PublishedRepository,
    private readonly matching: MatchingRepository,
    private readonly known: KnownCredentials,
    private readonly lists: ListedStatuses,
    private readonly box: SecretBox,
    private readonly switches: TestSwitches,
    private readonly clock: Clock,
  ) {}

  /**
   * The answer to a question by number with name, code, or neither. Whoever gave a name or code that does not belong to the number
   * learns no more than whoever made the number up: the database is asked for the number and its holder at once, and finds nothing.
   */
  async run({ number: asked, name, code }: VerificationQuestion): Promise<VerificationAnswer> {
    const number = normalizedNumber(asked);
    const known = this.known.find(number);
    const row = await this.matching.find({
      number,
      knownStamp: known?.stamp ?? null,
      holderKey: name === undefined ? null : holderKey(this.box, name),
      codeHash: code === undefined ? null : codeHash(code),
    });
    if (row === null) return notFound(this.clock.now());
    const proof = await this.known.proofOf(row, known);
    const knows = name !== undefined || code !== undefined;
    return this.judged(row, proof, knows ? 'passed' : null);
  }

  /** The answer about a credential that somebody holds in hands. What the holder disclosed with it is shown as it stands there. */
  async presented(proof: ProofFound<CheckedCredential>): Promise<VerificationAnswer> {
    if (proof.document === null) return this.unreliable(proof);
    const row = await this.published.byNumber(certificateFacts(proof.document).number);
    // Signed by a key of ours and never published: nobody issued it.
    return row === null ? notFound(this.clock.now()) : this.judged({ ...row, lists: null }, proof, 'passed');
  }

  private async judged(
    row: Judged,
    proof: ProofFound<CheckedCredential>,
    holder: 'passed' | null,
  ): Promise<VerificationAnswer> {
    const facts = proof.document === null ? null : certificateFacts(proof.document);
    // A credential of another number that was put under this one is as good as an altered one.
    const misplaced = facts !== null && facts.number !== row.number;
    const { status, asOf } = await this.statusOf(row, proof.document);
    const findings: Findings = {
      holder,
      issuer: proof.issuer,
      key: trustOf(proof, row),
      signature: misplaced ? 'failed' : proof.signature,
      status,
      period: facts && { from: instant(facts.issuedAt), until: instant(facts.expiresAt) },
    };
    const checkedAt = this.clock.now();
    return {
      ...judge(findings, checkedAt),
      checkedAt,
      statusAsOf: asOf,
      supersededBy: holder === null ? null : row.successor,
      certificate: facts === null || misplaced ? null : shownOf(facts, holder),
    };
  }

  /** The worst of record and lists: "valid" needs all of them to say so, and each list to have been checked. */
  private async statusOf(row: Judged, credential: CheckedCredential | null): Promise<FoundListed> {
    if (row.status !== 'valid') return { status: row.status, asOf: row.statusChangedAt };
    if (credential === null) return { status: 'unknown', asOf: null };
    const entries = statusEntriesOf(credential);
    const listed = await Promise.all(
      entries.map(async (entry) => ({ ...entry, ...(await this.lists.of(entry, row.lists)) })),
    );
    const set = listed.find(({ status }) => status === 'set');
    if (set !== undefined) return { status: WHEN_SET[set.statusPurpose], asOf: set.asOf };
    const unchecked = listed.some(({ status }) => status === 'unknown') && !this.switches.without('status-check');
    const moments = listed.map(({ asOf }) => asOf).filter((asOf) => asOf !== null);
    const oldest = moments.length < listed.length ? null : instant(Math.min(...moments));
    return { status: unchecked ? 'unknown' : 'valid', asOf: oldest };
  }

  private unreliable({ issuer, signature }: ProofFound<CheckedCredential>): VerificationAnswer {
    const findings: Findings = { holder: null, issuer, key: 'trusted', signature, status: 'unknown', period: null };
    const checkedAt = this.clock.now();
    const { verdict, reason, checks } = judge(findings, checkedAt);
    return {
      verdict,
      reason,
      // Which number to look for stands in what cannot be relied on.
      checks: checks.map((each) => (each.check === 'log' ? { ...each, outcome: 'unknown' } : each)),
      checkedAt,
      statusAsOf: null,
      supersededBy: null,
      certificate: null,
    };
  }
}

/** The answer where nothing is, or not for this caller. */
export function notFound(checkedAt: Instant): VerificationAnswer {
  return {
    verdict: 'not-valid',
    reason: 'not-found',
    checks: [{ check: 'log', outcome: 'failed' }],
    checkedAt,
    statusAsOf: null,
    supersededBy: null,
    certificate: null,
  };
}

/** Whether the key of the proof can be relied on for this certificate. */
function trustOf({ key, signedAt }: ProofFound<CheckedCredential>, { loggedAt }: Standing): KeyTrust {
  if (key === null || signedAt === null) return 'trusted';
  return keyTrust({ compromisedAt: key.compromisedAt, signedAt, loggedAt });
}

/** Whoever knew neither name nor code is told nothing of the person: the holder has agreed to nothing. */
export function shownOf(facts: CertificateFacts, holder: 'passed' | null): VerificationAnswer['certificate'] {
  return {
    number: facts.number,
    holderName: holder === null ? null : facts.holderName,
    title: facts.title,
    level: facts.level,
    issuedAt: facts.issuedAt,
    expiresAt: facts.expiresAt,
  };
}
