import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { GroupCommit, type Outcome } from '../database/group-commit';
import { WriteBehind } from '../database/write-behind';
import { TooManyRequests } from '../problems/platform-errors';

export interface RateLimit {
  readonly max: number;
  readonly windowSeconds: number;
}

interface Hit extends RateLimit {
  readonly key: string;
}

interface Counted {
  readonly key: string;
  /** In the window, with all that this statement counted. */
  readonly hits: number;
  /** Seconds from now to the beginning of the window: at most 0. */
  readonly begins: number;
}

/** What this process knows of the window of a key. */
interface Known {
  hits: number;
  /** Milliseconds of `performance.now()`. */
  ends: number;
}

/** Keys of which a process knows the window. Of others it learns it a moment after they come. */
const MOST_KNOWN = 10_000;

/**
 * Fixed-window limits counted in PostgreSQL, so that losing Redis opens no door (P6). Hits that come together are one statement: a route
 * that everybody calls at once pays for a count in groups.
 */
@Injectable()
export class RateLimiter implements OnApplicationShutdown {
  private readonly hits = new GroupCommit<Hit, void>((hits) => this.count(hits));
  private readonly known = new Map<string, Known>();
  private readonly behind = new WriteBehind<Hit>('hits of limits', (hits) => this.countBehind(hits));

  constructor(private readonly source: DataSource) {}

  /** Counts one hit. Throws TooManyRequests with the seconds to wait when the window holds more than `max`. */
  hit(key: string, { max, windowSeconds }: RateLimit): Promise<void> {
    return this.hits.run({ key, max, windowSeconds });
  }

  /**
   * Counts one hit and does not wait for it. Throws TooManyRequests when this process knows that the window is full: of its own hits at once,
   * of those that other processes let in a moment later. For limits that spare the machine, and not for those that keep a secret.
   */
  hitSoon(key: string, { max, windowSeconds }: RateLimit): void {
    const now = performance.now();
    const known = this.known.get(key);
    if (known === undefined || known.ends <= now) this.learn(key, { hits: 1, ends: now + windowSeconds * 1_000 });
    else if (known.hits >= max) throw tooMany(Math.ceil((known.ends - now) / 1_000));
    else known.hits += 1;
    this.behind.add({ key, max, windowSeconds });
  }

  /** What was let in last is counted before the end, for the processes that go on. */
  async onApplicationShutdown(): Promise<void> {
    await this.behind.settled();
  }

  /** Throws TooManyRequests when the window is full, and counts nothing: for limits on what failed. */
  async look(key: string, { max, windowSeconds }: RateLimit): Promise<void> {
    const [row] = await this.source.query<{ wait: number }[]>(
      `SELECT ceil(extract(epoch FROM window_start) + $2 - extract(epoch FROM now()))::int AS wait FROM platform.rate_counter
        WHERE key = $1 AND window_start = to_timestamp(floor(extract(epoch FROM now()) / $2) * $2) AND hits >= $3`,
      [key, windowSeconds, max],
    );
    if (row !== undefined) throw tooMany(row.wait);
  }

  /** Lets everybody begin anew, as far as this process knows. */
  async forgetAll(): Promise<void> {
    await this.behind.settled();
    this.known.clear();
    await this.source.query('DELETE FROM platform.rate_counter');
  }

  /** Drops windows that ended more than a day ago. */
  async forgetOld(): Promise<void> {
    await this.source.query(`DELETE FROM platform.rate_counter WHERE window_start < now() - interval '1 day'`);
  }

  /** Counts hits in the order in which they came, so that of one key as many pass as the limit leaves. */
  private async count(hits: readonly Hit[]): Promise<Outcome<void>[]> {
    const ofKey = Map.groupBy(hits, ({ key }) => key);
    const rows = await this.add(ofKey);
    const counted = new Map(rows.map((row) => [row.key, { ...row, before: row.hits - ofKey.get(row.key)!.length }]));
    return hits.map(({ key, max, windowSeconds }) => {
      const count = counted.get(key)!;
      count.before += 1;
      return count.before > max ? { refused: tooMany(Math.ceil(count.begins + windowSeconds)) } : { value: undefined };
    });
  }

  private async countBehind(hits: readonly Hit[]): Promise<void> {
    const ofKey = Map.groupBy(hits, ({ key }) => key);
    const rows = await this.add(ofKey);
    const now = performance.now();
    for (const { key, hits: counted, begins } of rows) {
      const ends = now + (begins + ofKey.get(key)![0]!.windowSeconds) * 1_000;
      // What came since is not counted yet.
      this.learn(key, { hits: Math.max(counted, this.known.get(key)?.hits ?? 0), ends });
    }
  }

  private learn(key: string, known: Known): void {
    if (this.known.size >= MOST_KNOWN) this.known.delete(this.known.keys().next().value!);
    this.known.set(key, known);
  }

  private async add(ofKey: ReadonlyMap<string, readonly Hit[]>): Promise<Counted[]> {
    const groups = [...ofKey.values()];
    // A crash of the database may forget the hits of its last moments, so that none has to wait for the disk (P6 needs no more).
    // Sorted, because two processes that count the same keys in different orders would lock each other out.
    return this.source.query<Counted[]>(
      `WITH unhurried AS (SELECT set_config('synchronous_commit', 'off', true))
       INSERT INTO platform.rate_counter AS c (key, window_start, hits)
       SELECT key, to_timestamp(floor(extract(epoch FROM now()) / seconds) * seconds), times
         FROM unnest($1::text[], $2::int[], $3::int[]) AS t (key, seconds, times), unhurried ORDER BY key
       ON CONFLICT (key, window_start) DO UPDATE SET hits = c.hits + excluded.hits
       RETURNING key, hits, (extract(epoch FROM window_start) - extract(epoch FROM now()))::float8 AS begins`,
      [[...ofKey.keys()], groups.map(([first]) => first!.windowSeconds), groups.map(({ length }) => length)],
    );
  }
}

function tooMany(seconds: number): TooManyRequests {
  return new TooManyRequests({ retryAfterSeconds: Math.max(1, seconds) });
}
