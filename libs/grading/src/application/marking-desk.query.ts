import { Injectable } from '@nestjs/common';
import type { Principal } from '@hz/kernel';
import type { MarkingQueue } from '../contract';
import { GradingProgressRepository } from '../persistence/grading-progress.repository';
import { MarkingTaskRepository } from '../persistence/marking-task.repository';
import { MarkerDeed } from './marker-deed';
import { Markers } from './markers';
import { QueueSources } from './queue-sources';
import { TaskMaterials, type MarkedTask } from './task-material';

const LAST = 5;

/** What a marker sees: queues by item, one script, the last five marks. */
@Injectable()
export class MarkingDesk {
  constructor(
    private readonly progress: GradingProgressRepository,
    private readonly tasks: MarkingTaskRepository,
    private readonly markers: Markers,
    private readonly deed: MarkerDeed,
    private readonly materials: TaskMaterials,
    private readonly sources: QueueSources,
  ) {}

  async queues(who: Principal): Promise<MarkingQueue[]> {
    const rows = await this.progress.queues(await this.markers.of(who), this.sources.now());
    return this.sources.named(rows);
  }

  /** A script that the caller holds, held or marked, with its present mark. Throws TaskNotFound. */
  async one(who: Principal, id: string): Promise<MarkedTask> {
    const { task, marker } = await this.deed.find(who, id);
    return this.materials.view(task, marker.personId);
  }

  async mine(who: Principal): Promise<MarkedTask[]> {
    const marker = await this.markers.of(who);
    const tasks = await this.tasks.lastMarked(marker, LAST);
    return Promise.all(tasks.map((task) => this.materials.view(task, marker.personId)));
  }
}
