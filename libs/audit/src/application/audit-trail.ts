import { Injectable } from '@nestjs/common';
import { actorOf, Clock, type Principal } from '@hz/kernel';
import { newId, sqlTime, type Tx } from '@hz/platform';

export interface AuditedObject {
  readonly type: string;
  readonly id: string;
}

/** Records who did what, in the transaction of the deed (P8). Details hold facts about the deed, never secrets, answers or identity numbers. */
@Injectable()
export class AuditTrail {
  constructor(private readonly clock: Clock) {}

  async record(
    tx: Tx,
    who: Principal,
    action: string,
    object: AuditedObject,
    details: Record<string, unknown> = {},
  ): Promise<void> {
    await tx.query(
      `INSERT INTO audit.entry (id, at, actor, action, object_type, object_id, details) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [newId(), sqlTime(this.clock.now()), actorOf(who), action, object.type, object.id, JSON.stringify(details)],
    );
  }
}
