import { Injectable } from '@nestjs/common';
import { Clock } from '@hz/kernel';
import {
  LogDamaged,
  LoggedDifferently,
  LogPartNotFound,
  NotIncludedYet,
  type LogEntryId,
} from '@hz/transparency/contract';
import type { RecheckCode } from '../../contract';
import { reasonsByLists, reasonsByStatements, unexpectedOf, type Fault } from '../../domain/recheck';
import { CertificateLog } from '../certificate-log';
import { faultsOfWaiting, recordFaults } from './record-faults';
import type { StoredCertificate } from './stored-certificate';
import type { StrangersView } from './strangers-view';

/** What was found of a proof: its text, or why there is none. */
type Proven = { readonly text: string } | { readonly fault: RecheckCode };

/**
 * Examines one certificate from its stored bytes: whether its parts agree with its record, and whether a stranger, with each form of it and
 * with what is published, comes to the answer that the record lets expect.
 */
@Injectable()
export class ExamineCertificate {
  constructor(
    private readonly log: CertificateLog,
    private readonly clock: Clock,
  ) {}

  async run(stored: StoredCertificate, stranger: StrangersView): Promise<Fault[]> {
    const now = this.clock.now();
    if (stored.record.status === 'issuing') return faultsOfWaiting(stored, now);
    const issue = await this.proofOfIssue(stored);
    const statements = await this.proofsOfChanges(stored);
    return [
      ...recordFaults(stored),
      ...('fault' in issue ? [{ part: 'log', subject: '', code: issue.fault } as const] : []),
      ...statements.faults,
      ...(await formFaults(stored, stranger, textOf(issue), this.ended(stored))),
      ...(await statementFaults(stored, stranger, [...textOf(issue), ...statements.proofs], this.ended(stored))),
      ...(await pdfFaults(stored, stranger, this.ended(stored))),
    ];
  }

  private ended({ record }: StoredCertificate): boolean {
    return this.clock.now() >= record.expiresAt;
  }

  private async proofOfIssue({ record, variants }: StoredCertificate): Promise<Proven> {
    if (record.logEntry === null) return { fault: 'not-logged' };
    const { logEntry } = record;
    return this.proven(logEntry, () => this.log.proofOfIssue(record, variants));
  }

  private async proofsOfChanges({ changes }: StoredCertificate): Promise<{ proofs: string[]; faults: Fault[] }> {
    const proofs: string[] = [];
    const faults: Fault[] = [];
    for (const [index, change] of changes.entries()) {
      const found = await this.proven(change.logEntry, () => this.log.proofOfChange(change));
      if ('text' in found) proofs.push(found.text);
      else faults.push({ part: 'statement', subject: `${index + 1}-${change.kind}`, code: found.fault });
    }
    return { proofs, faults };
  }

  private async proven(entry: LogEntryId, proof: () => Promise<string>): Promise<Proven> {
    try {
      await this.log.confirm(entry);
      return { text: await proof() };
    } catch (error) {
      if (error instanceof LoggedDifferently) return { fault: 'logged-differently' };
      if (error instanceof LogDamaged) return { fault: 'log-damaged' };
      if (error instanceof NotIncludedYet || error instanceof LogPartNotFound) return { fault: 'not-logged' };
      throw error;
    }
  }
}

const textOf = (proof: Proven): string[] => ('text' in proof ? [proof.text] : []);

/** Each form as JSON and as token, under a proof of today's log. */
async function formFaults(
  { record, variants }: StoredCertificate,
  stranger: StrangersView,
  proofs: readonly string[],
  ended: boolean,
): Promise<Fault[]> {
  const expected = reasonsByLists(record.status, ended);
  const faults: Fault[] = [];
  for (const { disclosure, credential, token } of variants)
    for (const [part, text] of [['form', credential] as const, ['token', token] as const]) {
      const codes = unexpectedOf(await stranger.check(text, proofs), expected);
      faults.push(...unlessKnown(codes, proofs).map((code) => ({ part, subject: disclosure, code })));
    }
  return faults;
}

/** The whole form once more with all that was logged of the number: the statements must hold, and say why it no longer counts. */
async function statementFaults(
  { record, variants, changes }: StoredCertificate,
  stranger: StrangersView,
  proofs: readonly string[],
  ended: boolean,
): Promise<Fault[]> {
  const whole = variants[0];
  if (changes.length === 0 || whole === undefined) return [];
  const kinds = changes.map(({ kind }) => kind);
  const codes = unexpectedOf(
    await stranger.check(whole.credential, proofs),
    reasonsByStatements(record.status, ended, kinds),
  );
  return unlessKnown(codes, proofs).map((code) => ({ part: 'statement', subject: '', code }));
}

/** That a form lacks its proof says nothing new where the log has none to give: that is a fault of its own. */
function unlessKnown(codes: readonly string[], proofs: readonly string[]): readonly string[] {
  return proofs.length > 0 ? codes : codes.filter((code) => code !== 'log-proof-missing');
}

/** The printed file, with the proof that it carries from the day of its issue. */
async function pdfFaults(
  { record, pdf }: StoredCertificate,
  stranger: StrangersView,
  ended: boolean,
): Promise<Fault[]> {
  if (pdf === null) return [];
  const report = await stranger.check(new Uint8Array(pdf), []);
  const codes = unexpectedOf(report, reasonsByLists(record.status, ended));
  const other = report.facts !== null && report.facts.number !== record.number ? ['pdf-differs'] : [];
  return [...codes, ...other].map((code) => ({ part: 'pdf', subject: '', code }));
}
