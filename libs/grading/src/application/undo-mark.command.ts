import { Injectable } from '@nestjs/common';
import { plus, type Principal } from '@hz/kernel';
import { mayUndo } from '../domain/marking-task';
import { MarkingTaskRepository } from '../persistence/marking-task.repository';
import { ScoredAttemptRepository } from '../persistence/scored-attempt.repository';
import { CLAIM_MS } from './claim-next.command';
import { MarkerDeed } from './marker-deed';
import { TaskMaterials, type MarkedTask } from './task-material';

/** Takes the own mark back; the script is held again by the same marker. */
@Injectable()
export class UndoMark {
  constructor(
    private readonly deed: MarkerDeed,
    private readonly tasks: MarkingTaskRepository,
    private readonly attempts: ScoredAttemptRepository,
    private readonly materials: TaskMaterials,
  ) {}

  async run(who: Principal, id: string, seen: { version: number }): Promise<MarkedTask> {
    const found = await this.deed.find(who, id);
    const { personId } = found.marker;
    const held = await this.deed.do(
      who,
      found,
      (task) => mayUndo(task, personId, seen.version),
      async ({ tx, task, now }) => {
        const version = task.version + 1;
        await this.attempts.dropMarkerScore(tx, task.attemptId, task.generation, task.itemRef);
        await this.attempts.markSettled(tx, task.attemptId, null);
        await this.tasks.hold(tx, task.id, personId, plus(now, CLAIM_MS), version);
        return { kind: 'undone', version, details: {} };
      },
    );
    return this.materials.view(held, personId);
  }
}
