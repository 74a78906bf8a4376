import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalJson, Clock, never, type AttemptId, type LeaseId, type Principal } from '@hz/kernel';
import type { HmacKey } from '@hz/platform';
import {
  acknowledgedText,
  AttemptClosed,
  AttemptNotFound,
  NotAnItem,
  NotStarted,
  NotTheWriter,
  PastGrace,
  SectionClosed,
  SequenceTaken,
  type SavedResponses,
  type SaveInput,
} from '../contract';
import { fits } from '../domain/response-shape';
import type { SaveOutcome } from '../persistence/save-batch';
import { AttemptFactsCache, type AttemptFacts } from './attempt-facts';
import { MacKeys } from './mac-keys';
import { ResponseWriter } from './response-writer';
import { SaveLimit } from './save-limit';

type Refusal = Extract<SaveOutcome, { saved: false }>;

/** Saves responses of one's own attempt and acknowledges each after it is durable (P1). */
@Injectable()
export class SaveResponses {
  constructor(
    private readonly facts: AttemptFactsCache,
    private readonly limit: SaveLimit,
    private readonly writer: ResponseWriter,
    private readonly macKeys: MacKeys,
    private readonly clock: Clock,
  ) {}

  /**
   * All saves of a call share one commit. When one is refused the call is refused with its reason; what was saved of it stays saved,
   * and gets the same acknowledgement when it is sent again. Throws AttemptNotFound, NotAnItem, NotStarted, AttemptClosed, NotTheWriter, PastGrace,
   * SectionClosed, SequenceTaken, SavingTooFast, SavesQueuedUp, Unavailable.
   */
  async run(who: Principal, attemptId: AttemptId, { leaseId, saves }: SaveInput): Promise<SavedResponses> {
    const known = this.facts.own(who, attemptId);
    const facts = known instanceof Promise ? await known : known;
    this.limit.take(attemptId, saves.length);
    const macKey = this.macKeys.tagger(attemptId);
    const values = saves.map(({ itemRef, value }) => {
      refuseUnfit(facts, itemRef, value);
      return canonicalJson(value);
    });
    const outcomes = await Promise.all(
      saves.map(({ seq, itemRef }, index) =>
        this.writer.append({
          sessionId: facts.sessionId,
          attemptId,
          seq,
          itemRef,
          sectionId: facts.items.get(itemRef)!.sectionId,
          value: values[index]!,
          leaseId: leaseId as LeaseId,
        }),
      ),
    );
    const acks = outcomes.map((outcome, index) => {
      if (!outcome.saved) throw refusalOf(outcome);
      const { seq } = saves[index]!;
      const mac = macOf(macKey, attemptId, seq, values[index]!);
      return { seq, savedAt: outcome.receivedAt, count: seq, late: outcome.late, mac };
    });
    return { acks, serverTime: this.clock.now() };
  }
}

function refuseUnfit({ items }: AttemptFacts, itemRef: string, value: SaveInput['saves'][number]['value']): void {
  const item = items.get(itemRef);
  if (item === undefined || !fits(item.interaction, value)) throw new NotAnItem({ itemRef });
}

/** As `acknowledgementMac` of the contract, by the faster implementation of Node. */
function macOf(key: HmacKey, attemptId: AttemptId, seq: number, value: string): string {
  return key.tag(acknowledgedText(attemptId, seq, hash('sha256', value, 'hex')));
}

function refusalOf({ why }: Refusal): Error {
  switch (why) {
    case 'not-found':
      return new AttemptNotFound();
    case 'not-started':
      return new NotStarted();
    case 'closed':
      return new AttemptClosed();
    case 'not-the-writer':
      return new NotTheWriter();
    case 'past-grace':
      return new PastGrace();
    case 'section-closed':
      return new SectionClosed();
    case 'sequence-taken':
      return new SequenceTaken();
    default:
      return never(why);
  }
}
