import { Injectable } from '@nestjs/common';
import { canonicalJson, earliest, instant, plus, sha256Hex, type AttemptId, type Instant } from '@hz/kernel';
import type { Tx } from '@hz/platform';
import {
  acknowledgedText,
  JournalUnusable,
  keptText,
  newestLinks,
  NotAnItem,
  valueDigest,
  type CheckedLink,
  type ClaimOutcome,
  type JournalPart,
  type OfflineSource,
} from '../contract';
import { claimedAt, judgeClaim, type Claim, type ClaimTerms, type ClaimVerdict } from '../domain/offline-claim';
import { fits } from '../domain/response-shape';
import type { AttemptRow } from '../persistence/attempt.entity';
import { nameOf, OfflineAnswerRepository, type OfflineAnswer } from '../persistence/offline-answer.repository';
import { ResponseLogRepository, type LoggedResponse } from '../persistence/response-log.repository';
import { AttemptFactsCache, type AttemptFacts } from './attempt-facts';
import { Beacons } from './beacons';
import { MacKeys } from './mac-keys';

/** One answer of a journal, with what the rule says of it now. */
export interface AssessedAnswer {
  readonly link: CheckedLink;
  readonly claim: Claim;
  readonly terms: ClaimTerms;
  /** there: in the log, or kept, since before. */
  readonly verdict: ClaimVerdict | { readonly verdict: 'there'; readonly saved: LoggedResponse | null };
}

/** Takes answers that a page, or a file, brings after they were given, in the transaction of the caller. */
@Injectable()
export class OfflineAnswers {
  constructor(
    private readonly facts: AttemptFactsCache,
    private readonly answers: OfflineAnswerRepository,
    private readonly log: ResponseLogRepository,
    private readonly beacons: Beacons,
    private readonly macKeys: MacKeys,
  ) {}

  /**
   * Judges the newest answer under each number; nothing is written. The attempt is started, and held by the caller.
   * Throws JournalUnusable, and NotAnItem where an answer is none to this attempt's form.
   */
  async assess(tx: Tx, attempt: AttemptRow, part: JournalPart): Promise<AssessedAnswer[]> {
    const links = newestLinks(part);
    if (links === null) throw new JournalUnusable();
    const facts = await this.facts.of(attempt.id);
    for (const { itemRef, value } of links) {
      const item = facts.items.get(itemRef);
      if (item === undefined || !fits(item.interaction, value)) throw new NotAnItem({ itemRef });
    }
    const receivedAt = await this.answers.now(tx);
    const seqs = links.map(({ seq }) => seq);
    const logged = await this.log.numbered(tx, attempt.sessionId, attempt.id, seqs);
    const saved = new Map(logged.map((each) => [each.seq, each]));
    const kept = await this.answers.known(tx, attempt.id);
    return links.map((link) => {
      const claim = this.claimOf(attempt, link);
      const terms = termsOf(attempt, facts, link.itemRef, receivedAt);
      const there = saved.get(link.seq);
      if (there !== undefined && isSame(there, link))
        return { link, claim, terms, verdict: { verdict: 'there', saved: there } };
      if (kept.has(nameOf(link))) return { link, claim, terms, verdict: { verdict: 'there', saved: null } };
      const verdict = judgeClaim(claim, terms);
      const isTaken = verdict.verdict === 'counts' && there !== undefined;
      return { link, claim, terms, verdict: isTaken ? { verdict: 'decide', why: 'sequence-taken' } : verdict };
    });
  }

  /** Writes what counts to the log, and keeps of all that came after the end what it claims. */
  async store(tx: Tx, attempt: AttemptRow, assessed: readonly AssessedAnswer[], source: OfflineSource): Promise<void> {
    const of = { sessionId: attempt.sessionId, attemptId: attempt.id };
    const counting = assessed.filter(({ verdict: { verdict } }) => verdict === 'counts');
    if (counting.length > 0) await this.log.append(tx, of, counting.map(loggedAs));
    const kept = assessed.flatMap((each) => keptAs(each, source));
    if (kept.length > 0) await this.answers.add(tx, of, kept);
  }

  /** What the page is told of each: an acknowledgement as of any other save where it is in the log. */
  outcomes({ id }: Pick<AttemptRow, 'id'>, assessed: readonly AssessedAnswer[]): ClaimOutcome[] {
    const key = this.macKeys.tagger(id);
    return assessed.map((each) => {
      const { link, verdict } = each;
      const logged = verdict.verdict === 'there' ? verdict.saved : verdict.verdict === 'counts' ? loggedAs(each) : null;
      const { seq, itemRef, value } = link;
      const ack = logged && {
        seq,
        savedAt: logged.savedAt,
        count: seq,
        late: logged.late,
        mac: key.tag(acknowledgedText(id, seq, valueDigest(value))),
      };
      return { seq, itemRef, outcome: verdict.verdict, why: 'why' in verdict ? verdict.why : null, ack };
    });
  }

  keptMac(id: AttemptId, head: string, outcomes: readonly ClaimOutcome[]): string {
    return this.macKeys.tagger(id).tag(keptText(id, head, sha256Hex(canonicalJson(outcomes))));
  }

  private claimOf({ id }: AttemptRow, { seq, leaseNo, intact, mark }: CheckedLink): Claim {
    if (mark === null) return { seq, leaseNo, intact, mark };
    const { beacon, sinceMs } = mark;
    const genuine = this.beacons.isGenuine(id, beacon);
    return {
      seq,
      leaseNo,
      intact,
      mark: { beaconAt: instant(beacon.at), beaconSeq: beacon.lastSeq, genuine, sinceMs },
    };
  }
}

function termsOf(attempt: AttemptRow, facts: AttemptFacts, itemRef: string, receivedAt: Instant): ClaimTerms {
  const { deadlineAt, graceEndsAt, sectionEndsAt, openSections, status, leaseNo } = attempt;
  const endsAt = sectionEndsAt === null ? deadlineAt! : earliest(deadlineAt!, sectionEndsAt);
  return {
    receivedAt,
    endsAt,
    graceEndsAt: plus(endsAt, graceEndsAt! - deadlineAt!),
    isOpen: status === 'started',
    isSectionOpen: openSections.includes(facts.items.get(itemRef)!.sectionId),
    leaseNo,
  };
}

function isSame(saved: LoggedResponse, { itemRef, value }: CheckedLink): boolean {
  return saved.itemRef === itemRef && canonicalJson(saved.value) === canonicalJson(value);
}

function loggedAs({ link: { seq, itemRef, value }, terms }: AssessedAnswer): LoggedResponse {
  return { seq, itemRef, value, late: terms.receivedAt > terms.endsAt, savedAt: terms.receivedAt };
}

/** What came in time and counts is a save like any other: nothing is claimed of it. */
function keptAs({ link, claim, terms, verdict }: AssessedAnswer, source: OfflineSource): OfflineAnswer[] {
  const { receivedAt, endsAt } = terms;
  if (verdict.verdict === 'there' || (verdict.verdict === 'counts' && receivedAt <= endsAt)) return [];
  const { seq, itemRef, value } = link;
  const why = verdict.verdict === 'counts' ? null : verdict.why;
  const beaconAt = claim.mark?.genuine === true ? claim.mark.beaconAt : null;
  return [
    {
      seq,
      itemRef,
      value,
      source,
      beaconAt,
      claimedAt: claimedAt(claim),
      receivedAt,
      endsAt,
      verdict: verdict.verdict,
      why,
    },
  ];
}
