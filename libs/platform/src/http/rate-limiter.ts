import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { GroupCommit, type Outcome } from '../database/group-commit';
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

/**
 * Fixed-window limits counted in PostgreSQL, so that losing Redis opens no door (P6). Hits that come together are one statement: a route
 * that everybody calls at once pays for a count in groups.
 */
@Injectable()
export class RateLimiter {
  private readonly hits = new GroupCommit<Hit, void>((hits) => this.count(hits));

  constructor(private readonly source: DataSource) {}

  /** Counts one hit. Throws TooManyRequests with the seconds to wait when the window holds more than `max`. */
  hit(key: string, { max, windowSeconds }: RateLimit): Promise<void> {
    return this.hits.run({ key, max, windowSeconds });
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

  /** Drops windows that ended more than a day ago. */
  async forgetOld(): Promise<void> {
    await this.source.query(`DELETE FROM platform.rate_counter WHERE window_start < now() - interval '1 day'`);
  }

  /** Counts hits in the order in which they came, so that of one key as many pass as the limit leaves. */
  private async count(hits: readonly Hit[]): Promise<Outcome<void>[]> {
    const ofKey = Map.groupBy(hits, ({ key }) => key);
    const groups = [...ofKey.values()];
    // A crash of the database may forget the hits of its last moments, so that none has to wait for the disk (P6 needs no more).
    // Sorted, because two processes that count the same keys in different orders would lock each other out.
    const rows = await this.source.query<Counted[]>(
      `WITH unhurried AS (SELECT set_config('synchronous_commit', 'off', true))
       INSERT INTO platform.rate_counter AS c (key, window_start, hits)
       SELECT key, to_timestamp(floor(extract(epoch FROM now()) / seconds) * seconds), times
         FROM unnest($1::text[], $2::int[], $3::int[]) AS t (key, seconds, times), unhurried ORDER BY key
       ON CONFLICT (key, window_start) DO UPDATE SET hits = c.hits + excluded.hits
       RETURNING key, hits, (extract(epoch FROM window_start) - extract(epoch FROM now()))::float8 AS begins`,
      [[...ofKey.keys()], groups.map(([first]) => first!.windowSeconds), groups.map(({ length }) => length)],
    );
    const counted = new Map(rows.map((row) => [row.key, { ...row, before: row.hits - ofKey.get(row.key)!.length }]));
    return hits.map(({ key, max, windowSeconds }) => {
      const count = counted.get(key)!;
      count.before += 1;
      return count.before > max ? { refused: tooMany(Math.ceil(count.begins + windowSeconds)) } : { value: undefined };
    });
  }
}

function tooMany(seconds: number): TooManyRequests {
  return new TooManyRequests({ retryAfterSeconds: Math.max(1, seconds) });
}
