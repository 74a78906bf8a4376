import { Injectable } from '@nestjs/common';
import { earliest, type AttemptId, type Instant, type SessionId } from '@hz/kernel';
import type { SessionRecord } from '@hz/registration';
import type { Interval } from '../domain/intervals';
import { GAP_AFTER_MS, holesOf, lineBreaks, silencesOf } from '../domain/outages';
import { AttemptRepository, type AttemptTimes } from '../persistence/attempt.repository';
import { ContactRepository, type Gap } from '../persistence/contact.repository';

/** How the contact with the candidates of a session went. */
export interface Contacts {
  readonly attempts: readonly AttemptTimes[];
  readonly silences: ReadonlyMap<AttemptId, readonly Interval[]>;
  /** The gaps that have ended, with what the pages said of them. */
  readonly gaps: ReadonlyMap<AttemptId, readonly Gap[]>;
  /** When the platform itself was away. */
  readonly holes: readonly Interval[];
  /** When many were silent together although the platform was there. */
  readonly breaks: readonly Interval[];
}

/** What a gap is when no more saves of its time can arrive. */
const SETTLED_AFTER_MS = 60_000;
const MAX_KEPT = 50_000;

/** Puts heartbeats, saves and the platform's pulse together. */
@Injectable()
export class SessionContacts {
  /** Gaps that were looked through for saves: neither they nor the log of their time change any more. */
  private readonly settled = new Map<string, readonly Interval[]>();

  constructor(
    private readonly attempts: AttemptRepository,
    private readonly contacts: ContactRepository,
  ) {}

  async of({ id, opensAt }: Pick<SessionRecord, 'id' | 'opensAt'>, now: Instant): Promise<Contacts> {
    const [attempts, ended, last] = await Promise.all([
      this.attempts.timesOf(id),
      this.contacts.gaps(id),
      this.contacts.lastContacts(id),
    ]);
    const gaps = Map.groupBy(ended, ({ attemptId }) => attemptId);
    const quiet = new Map(attempts.map((attempt) => [attempt.id, quietTimes(attempt, gaps, last, now)]));
    const silences = await this.silences(id, quiet, now);
    const from = earliest(opensAt, ...[...silences.values()].flatMap((times) => times.map((time) => time.from)));
    const holes = holesOf(await this.contacts.pulse(from), { from, to: now });
    const watched = attempts.flatMap((attempt) => {
      const work = workOf(attempt, now);
      return work === null ? [] : [{ work, silences: silences.get(attempt.id) ?? [] }];
    });
    return { attempts, silences, gaps, holes, breaks: lineBreaks(watched, holes) };
  }

  /** The quiet times without those in which something was saved. */
  private async silences(
    sessionId: SessionId,
    quiet: ReadonlyMap<AttemptId, readonly Interval[]>,
    now: Instant,
  ): Promise<Map<AttemptId, Interval[]>> {
    const open = [...quiet].flatMap(([id, times]) =>
      times.filter((time) => !this.settled.has(keyOf(id, time))).map((time) => ({ id, time })),
    );
    const since = open.reduce((first, { time }) => earliest(first, time.from), now);
    const ids = [...new Set(open.map(({ id }) => id))];
    const saves = await this.contacts.savesOf(sessionId, ids, since);
    const found = new Map<AttemptId, Interval[]>();
    for (const [id, times] of quiet) {
      if (times.length > 0)
        found.set(
          id,
          times.flatMap((time) => this.silencesIn(id, time, saves.get(id) ?? [], now)),
        );
    }
    return found;
  }

  private silencesIn(id: AttemptId, time: Interval, savedAt: readonly Instant[], now: Instant): readonly Interval[] {
    const key = keyOf(id, time);
    const known = this.settled.get(key);
    if (known !== undefined) return known;
    const silences = silencesOf([time], savedAt);
    if (this.settled.size >= MAX_KEPT) this.settled.clear();
    if (now - time.to > SETTLED_AFTER_MS) this.settled.set(key, silences);
    return silences;
  }
}

const keyOf = (id: AttemptId, { from, to }: Interval): string => `${id} ${from} ${to}`;

/** From the start to the hand-in, the deadline, or now. */
function workOf({ startedAt, deadlineAt, submittedAt }: AttemptTimes, now: Instant): Interval | null {
  if (startedAt === null || deadlineAt === null) return null;
  return { from: startedAt, to: earliest(submittedAt ?? now, deadlineAt, now) };
}

/**
 * The gaps between heartbeats, and the silence that lasts. A page that has never sent a heartbeat says nothing by its silence. Saves are
 * not looked at yet.
 */
function quietTimes(
  attempt: AttemptTimes,
  gaps: ReadonlyMap<AttemptId, readonly Gap[]>,
  last: ReadonlyMap<AttemptId, Instant>,
  now: Instant,
): Interval[] {
  const ended = gaps.get(attempt.id) ?? [];
  const from = last.get(attempt.id);
  const to = earliest(attempt.submittedAt ?? now, now);
  return from !== undefined && to - from >= GAP_AFTER_MS ? [...ended, { from, to }] : [...ended];
}
