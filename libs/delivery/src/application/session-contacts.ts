import { Injectable } from '@nestjs/common';
import { earliest, type AttemptId, type Instant } from '@hz/kernel';
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

/** Puts heartbeats, saves and the platform's pulse together. */
@Injectable()
export class SessionContacts {
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
    const suspects = [...quiet].filter(([, times]) => times.length > 0);
    const since = earliest(now, ...suspects.flatMap(([, times]) => times.map(({ from }) => from)));
    const [saves, pulse] = await Promise.all([
      this.contacts.savesOf(
        id,
        suspects.map(([attemptId]) => attemptId),
        since,
      ),
      this.contacts.pulse(earliest(opensAt, since)),
    ]);
    const silences = new Map(
      suspects.map(([attemptId, times]) => [attemptId, silencesOf(times, saves.get(attemptId) ?? [])]),
    );
    const holes = holesOf(pulse, { from: earliest(opensAt, since), to: now });
    const watched = attempts.flatMap((attempt) => {
      const work = workOf(attempt, now);
      return work === null ? [] : [{ work, silences: silences.get(attempt.id) ?? [] }];
    });
    return { attempts, silences, gaps, holes, breaks: lineBreaks(watched, holes) };
  }
}

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
