import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { TooManyRequests } from '../problems/platform-errors';

/** Fixed-window limits counted in PostgreSQL, so that losing Redis opens no door (P6). */
@Injectable()
export class RateLimiter {
  constructor(private readonly source: DataSource) {}

  /** Counts one hit. Throws TooManyRequests with the seconds to wait when the window holds more than `max`. */
  async hit(key: string, { max, windowSeconds }: { max: number; windowSeconds: number }): Promise<void> {
    const [row] = await this.source.query<{ hits: number; wait: number }[]>(
      `INSERT INTO platform.rate_counter AS c (key, window_start, hits)
       VALUES ($1, to_timestamp(floor(extract(epoch FROM now()) / $2) * $2), 1)
       ON CONFLICT (key, window_start) DO UPDATE SET hits = c.hits + 1
       RETURNING hits, ceil(extract(epoch FROM window_start) + $2 - extract(epoch FROM now()))::int AS wait`,
      [key, windowSeconds],
    );
    if (row!.hits > max) throw new TooManyRequests({ retryAfterSeconds: Math.max(1, row!.wait) });
  }

  /** Throws TooManyRequests when the window is full, and counts nothing: for limits on what failed. */
  async look(key: string, { max, windowSeconds }: { max: number; windowSeconds: number }): Promise<void> {
    const [row] = await this.source.query<{ wait: number }[]>(
      `SELECT ceil(extract(epoch FROM window_start) + $2 - extract(epoch FROM now()))::int AS wait FROM platform.rate_counter
        WHERE key = $1 AND window_start = to_timestamp(floor(extract(epoch FROM now()) / $2) * $2) AND hits >= $3`,
      [key, windowSeconds, max],
    );
    if (row !== undefined) throw new TooManyRequests({ retryAfterSeconds: Math.max(1, row.wait) });
  }

  /** Drops windows that ended more than a day ago. */
  async forgetOld(): Promise<void> {
    await this.source.query(`DELETE FROM platform.rate_counter WHERE window_start < now() - interval '1 day'`);
  }
}
