import { Injectable } from '@nestjs/common';
import type { Principal } from '@hz/kernel';
import type { SkipTaskInput } from '../contract';
import { maySkip } from '../domain/marking-task';
import { MarkingTaskRepository } from '../persistence/marking-task.repository';
import { MarkerDeed } from './marker-deed';

/** Passes a script on to another marker, with the reason; this one does not get it again. */
@Injectable()
export class SkipTask {
  constructor(
    private readonly deed: MarkerDeed,
    private readonly tasks: MarkingTaskRepository,
  ) {}

  async run(who: Principal, id: string, { version: seen, reason, note }: SkipTaskInput): Promise<void> {
    const found = await this.deed.find(who, id);
    await this.deed.do(
      who,
      found,
      (task) => maySkip(task, found.marker.personId, seen),
      async ({ tx, task }) => {
        const version = task.version + 1;
        await this.tasks.putBack(tx, task.id, version);
        return { kind: 'skipped', version, details: { reason, note } };
      },
    );
  }
}
