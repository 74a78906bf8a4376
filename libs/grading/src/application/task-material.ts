import { Injectable } from '@nestjs/common';
import { KeySheets } from '@hz/assembly/keys';
import type { Mark } from '../contract';
import { anonymousTask, type AnonymousTask, type MarkingTask, type TaskMaterial } from '../domain/marking-task';
import type { PersonId } from '@hz/kernel';

export interface MarkedTask {
  readonly task: AnonymousTask;
  readonly mark: Mark | null;
}

/** Brings a task together with what its marker needs to judge it, from the key sheet of its form. */
@Injectable()
export class TaskMaterials {
  constructor(private readonly keySheets: KeySheets) {}

  /** Throws when the form has no rubric for the item: the bank lets no open item in without one. */
  async of(task: Pick<MarkingTask, 'formId' | 'itemRef'>): Promise<TaskMaterial> {
    const sheet = await this.keySheets.of(task.formId);
    const item = sheet.items.find(({ ref }) => ref === task.itemRef);
    if (item?.rubric === undefined) throw new Error(`no rubric for ${task.itemRef} of form ${task.formId}`);
    return { ...item, rubric: item.rubric };
  }

  async view(task: MarkingTask, marker: PersonId): Promise<MarkedTask> {
    return { task: anonymousTask(task, await this.of(task), marker), mark: markOf(task, marker) };
  }
}

function markOf({ mark, released }: MarkingTask, marker: PersonId): Mark | null {
  if (mark === null) return null;
  const mine = mark.by === marker;
  return {
    marks: { ...mark.marks },
    comment: mark.comment,
    points: mark.points,
    mine,
    mayChange: mine && !released,
  };
}
