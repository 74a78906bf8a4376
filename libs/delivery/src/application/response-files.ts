import { createHash, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { People } from '@hz/identity';
import { hmacHex, type AttemptId, type Principal, type SessionId } from '@hz/kernel';
import { UnitOfWork, type Tx } from '@hz/platform';
import { Registrations } from '@hz/registration';
import {
  ResponseFileAltered,
  ResponseFileForeign,
  ResponseFileOfAnother,
  responseFileText,
  type ResponseFileContent,
  type ResponseFileReport,
} from '../contract';
import { claimedAt } from '../domain/offline-claim';
import type { AttemptRow } from '../persistence/attempt.entity';
import { AttemptRepository } from '../persistence/attempt.repository';
import { ResponseFileRepository } from '../persistence/response-file.repository';
import { deciderOf } from './decider';
import { MacKeys } from './mac-keys';
import { OfflineAnswers, type AssessedAnswer } from './offline-answers';
import { openResponseFile, partsOfFile } from './open-response-file';
import { ResponseFileKeys } from './response-file-keys';

interface Opened {
  readonly attempt: AttemptRow;
  readonly assessed: readonly AssessedAnswer[];
  readonly isKnown: boolean;
}

/** What an invigilator carries to the server for a candidate. A file is held to the same rule as a page; its receipt is the upload. */
@Injectable()
export class ResponseFiles {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly attempts: AttemptRepository,
    private readonly files: ResponseFileRepository,
    private readonly keys: ResponseFileKeys,
    private readonly macKeys: MacKeys,
    private readonly answers: OfflineAnswers,
    private readonly people: People,
    private readonly registrations: Registrations,
    private readonly audit: AuditTrail,
  ) {}

  /** What taking the file would do; nothing is stored. Throws as `take`. */
  async check(who: Principal, sessionId: SessionId, file: Buffer): Promise<ResponseFileReport> {
    deciderOf(who);
    const content = await this.open(sessionId, file);
    const opened = await this.uow.run((tx) => this.assess(tx, content, digestOf(file)));
    return this.report(opened, digestOf(file));
  }

  /**
   * Takes what the file brings; the same file again changes nothing (P2). Throws ResponseFileTooLarge, ResponseFileUnreadable,
   * ResponseFileCutOff, ResponseFileAltered, ResponseFileOfAnother, ResponseFileForeign, JournalUnusable, NotAnItem, PersonMustDecide.
   */
  async take(who: Principal, sessionId: SessionId, file: Buffer): Promise<ResponseFileReport> {
    const uploadedBy = deciderOf(who);
    const content = await this.open(sessionId, file);
    const digest = digestOf(file);
    const opened = await this.uow.run(async (tx) => {
      const found = await this.assess(tx, content, digest);
      if (found.isKnown) return found;
      const { attempt, assessed } = found;
      await this.answers.store(tx, attempt, assessed, 'file');
      const uploadedAt = assessed[0]!.terms.receivedAt;
      await this.files.add(tx, { digest, sessionId, attemptId: attempt.id, content: file, uploadedBy, uploadedAt });
      const details = { sessionId, digest, answers: assessed.length, taken: countOf(assessed) };
      await this.audit.record(tx, who, 'delivery.response-file-taken', { type: 'attempt', id: attempt.id }, details);
      return found;
    });
    return this.report(opened, digest);
  }

  private async open(sessionId: SessionId, file: Buffer): Promise<ResponseFileContent> {
    const parts = partsOfFile(file);
    const { keyId, publicKey, ...named } = parts.header;
    const shared = await this.keys.sharedWith(keyId, publicKey).catch(() => {
      throw new ResponseFileAltered();
    });
    if (shared === null) throw new ResponseFileOfAnother();
    const content = openResponseFile(parts, shared);
    const attempt = await this.attempts.byId(named.attemptId as AttemptId);
    const isOurs = attempt !== null && attempt.sessionId === sessionId && named.sessionId === sessionId;
    if (!isOurs || attempt.status === 'prepared') throw new ResponseFileForeign();
    const { attemptId, journal, mac } = content;
    const expected = hmacHex(this.macKeys.of(attempt.id), responseFileText(attempt.id, journal.head));
    if (attemptId !== attempt.id || !isEqual(mac, expected)) throw new ResponseFileAltered();
    return content;
  }

  private async assess(tx: Tx, { attemptId, journal }: ResponseFileContent, digest: string): Promise<Opened> {
    const attempt = (await this.attempts.lock(tx, attemptId as AttemptId))!;
    const isKnown = await this.files.isKnown(tx, digest);
    return { attempt, assessed: await this.answers.assess(tx, attempt, journal), isKnown };
  }

  private async report({ attempt, assessed, isKnown }: Opened, digest: string): Promise<ResponseFileReport> {
    const [registration, person] = await Promise.all([
      this.registrations.byId(attempt.registrationId),
      this.people.card(attempt.personId),
    ]);
    const answers = assessed.map(({ link: { seq, itemRef }, claim, verdict }) => ({
      seq,
      itemRef,
      notBefore: claim.mark?.genuine === true ? claim.mark.beaconAt : null,
      claimedAt: claimedAt(claim),
      outcome: verdict.verdict,
      why: 'why' in verdict ? verdict.why : null,
    }));
    const { seatNo } = registration;
    return { digest, attemptId: attempt.id, seatNo, name: person.legalName, isKnown, answers };
  }
}

function digestOf(file: Buffer): string {
  return createHash('sha256').update(file).digest('hex');
}

function countOf(assessed: readonly AssessedAnswer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { verdict } of assessed) counts[verdict.verdict] = (counts[verdict.verdict] ?? 0) + 1;
  return counts;
}

function isEqual(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
