import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@hz/platform';
import type { SessionId } from '@hz/kernel';

/** The partitions of the response log, one for each session. */
@Injectable()
export class LogPartitions {
  private readonly attached = new Set<SessionId>();

  constructor(private readonly uow: UnitOfWork) {}

  /** Sees to it that answers of the session can be saved; called long before the first of them. Repeating it costs nothing. */
  async attach(sessionId: SessionId): Promise<void> {
    if (this.attached.has(sessionId)) return;
    await this.uow.run((tx) => tx.query('SELECT delivery.attach_log_partition($1)', [sessionId]));
    this.attached.add(sessionId);
  }
}
