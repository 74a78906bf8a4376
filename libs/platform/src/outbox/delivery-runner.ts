import { Injectable, Logger } from '@nestjs/common';
import { DomainError } from '@hz/kernel';
import { DataSource } from 'typeorm';
import { asDomainError } from '../problems/describe-problem';
import { JobRegistry } from '../queue/job-registry';

const MAX_ATTEMPTS = 6;
const FIRST_RETRY_SECONDS = 1;

/** Carries out one delivery: loads the event from its row, calls the handler, records what came of it. */
@Injectable()
export class DeliveryRunner {
  private readonly log = new Logger('jobs');

  constructor(
    private readonly source: DataSource,
    private readonly registry: JobRegistry,
  ) {}

  /** Safe to call any number of times: a finished delivery does nothing, and handlers are repeat-safe themselves. */
  async run(job: string, outboxId: string): Promise<void> {
    const [row] = await this.source.query<{ payload: object }[]>(
      `SELECT o.payload FROM platform.delivery d JOIN platform.outbox o ON o.id = d.outbox_id
        WHERE d.outbox_id = $1 AND d.job = $2 AND d.done_at IS NULL AND d.stuck_at IS NULL`,
      [outboxId, job],
    );
    if (row === undefined) return;
    try {
      await this.registry.handlerOf(job).run(row.payload);
    } catch (error) {
      await this.recordFailure(job, outboxId, error);
      return;
    }
    await this.source.query(
      `UPDATE platform.delivery SET done_at = clock_timestamp() WHERE outbox_id = $1 AND job = $2 AND done_at IS NULL`,
      [outboxId, job],
    );
  }

  /** Unforeseen errors and `unavailable` are tried again with growing pauses; a refusal is final and stands out at once. */
  private async recordFailure(job: string, outboxId: string, error: unknown): Promise<void> {
    const known = asDomainError(error);
    const final = known instanceof DomainError && known.kind !== 'unavailable';
    const text =
      known instanceof DomainError
        ? known.message
        : error instanceof Error
          ? `${error.name}: ${error.message}`
          : 'unknown';
    this.log.warn({ job, outboxId, final, error: error instanceof Error ? error.stack : text });
    await this.source.query(
      `UPDATE platform.delivery
          SET attempts = attempts + 1, last_error = left($3, 2000), enqueued_at = NULL,
              due_at = clock_timestamp() + make_interval(secs => $4 * power(3, attempts)),
              stuck_at = CASE WHEN $5 OR attempts + 1 >= $6 THEN clock_timestamp() END
        WHERE outbox_id = $1 AND job = $2 AND done_at IS NULL`,
      [outboxId, job, text, FIRST_RETRY_SECONDS, final, MAX_ATTEMPTS],
    );
  }
}
