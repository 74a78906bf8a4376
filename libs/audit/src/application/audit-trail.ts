import { Injectable } from '@nestjs/common';
import { actorOf, Clock, type Principal } from '@hz/kernel';
import { newId, sqlTime, type Tx } from '@hz/platform';

export interface AuditedObject {
  readonly type: string;
  readonly id: string;
}

/** A deed with who did it. */
export interface DeedOf {
  readonly who: Principal;
  readonly action: string;
  readonly object: AuditedObject;
  readonly details: Record<string, unknown>;
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
    await this.recordEach(tx, [{ who, action, object, details }]);
  }

  /** What several people did, by one statement. */
  async recordEach(tx: Tx, deeds: readonly DeedOf[]): Promise<void> {
    if (deeds.length === 0) return;
    await tx.query(
      `INSERT INTO audit.entry (id, at, actor, action, object_type, object_id, details)
       SELECT t.id, $1, t.actor, t.action, t.type, t.object_id, t.details
         FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::jsonb[])
              AS t (id, actor, action, type, object_id, details)`,
      [
        sqlTime(this.clock.now()),
        deeds.map(() => newId()),
        deeds.map(({ who }) => actorOf(who)),
        deeds.map(({ action }) => action),
        deeds.map(({ object }) => object.type),
        deeds.map(({ object }) => object.id),
        deeds.map(({ details }) => JSON.stringify(details)),
      ],
    );
  }
}
