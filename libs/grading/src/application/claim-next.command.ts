import { Injectable } from '@nestjs/common';
import { Clock, isUuid, MS_PER_MINUTE, plus, type ItemVersionId, type Principal, type SessionId } from '@hz/kernel';
import { UnitOfWork } from '@hz/platform';
import type { AnonymousTask } from '../domain/marking-task';
import { MarkingTaskRepository } from '../persistence/marking-task.repository';
import { Markers } from './markers';
import { TaskMaterials } from './task-material';

/** How long a script is kept for the marker who claimed it. */
export const CLAIM_MS = 30 * MS_PER_MINUTE;

/**
 * Gives the marker the next script of a queue and keeps it for half an hour. Who holds one gets it again, with the time renewed, so
 * that a repeat or a reload takes no second one (P2). Null when there is none.
 */
@Injectable()
export class ClaimNext {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tasks: MarkingTaskRepository,
    private readonly markers: Markers,
    private readonly materials: TaskMaterials,
    private readonly clock: Clock,
  ) {}

  async run(who: Principal, queue: { sessionId: string; itemVersionId: string }): Promise<AnonymousTask | null> {
    if (!isUuid(queue.sessionId) || !isUuid(queue.itemVersionId)) return null;
    const marker = await this.markers.of(who);
    const key = { sessionId: queue.sessionId as SessionId, itemVersionId: queue.itemVersionId as ItemVersionId };
    const task = await this.uow.run(async (tx) => {
      const now = this.clock.now();
      const until = plus(now, CLAIM_MS);
      const held = await this.tasks.held(tx, marker, key);
      if (held !== null) {
        await this.tasks.hold(tx, held.id, marker.personId, until, held.version);
        return { ...held, claimedUntil: until };
      }
      const free = await this.tasks.nextFree(tx, marker, key, now);
      if (free === null) return null;
      const version = free.version + 1;
      await this.tasks.hold(tx, free.id, marker.personId, until, version);
      await this.tasks.record(tx, {
        taskId: free.id,
        markerId: marker.personId,
        kind: 'claimed',
        version,
        details: {},
        at: now,
      });
      return { ...free, status: 'claimed' as const, version, claimedBy: marker.personId, claimedUntil: until };
    });
    return task === null ? null : (await this.materials.view(task, marker.personId)).task;
  }
}
