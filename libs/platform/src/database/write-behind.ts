import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';

/** Milliseconds for which rows gather: long enough to spare statements under load, too short for anybody to notice. */
const GATHER_MS = 20;
const MOST_AT_ONCE = 1_000;

/**
 * Writes rows that nobody waits for, many with one statement. Only for what may be lost when the process is killed or the database
 * refuses it, which is logged with the number of rows.
 */
export class WriteBehind<Row> {
  private waiting: Row[] = [];
  private rounds: Promise<void> | undefined;

  /** @param what the rows are, in the log. */
  constructor(
    private readonly what: string,
    private readonly write: (rows: readonly Row[]) => Promise<void>,
  ) {}

  add(row: Row): void {
    this.waiting.push(row);
    this.rounds ??= this.work();
  }

  /** Resolves when all that was added is written or given up; for the end of the process. */
  async settled(): Promise<void> {
    await this.rounds;
  }

  private async work(): Promise<void> {
    while (this.waiting.length > 0) {
      await sleep(GATHER_MS);
      const rows = this.waiting.splice(0, MOST_AT_ONCE);
      try {
        await this.write(rows);
      } catch (error) {
        new Logger('write-behind').error({ lost: rows.length, what: this.what, error: String(error) });
      }
    }
    this.rounds = undefined;
  }
}
