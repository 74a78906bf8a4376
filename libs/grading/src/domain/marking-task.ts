import type {
  AttemptId,
  FormId,
  Instant,
  InstitutionId,
  ItemVersionId,
  LocalizedText,
  MarkingTaskId,
  PersonId,
  Points,
  SessionId,
} from '@hz/kernel';
import type { Rubric } from '@hz/scoring/contract';

export type TaskStatus = 'waiting' | 'claimed' | 'marked';

/** Where the life of a task goes: a claim that runs out or is skipped waits again, a mark that is taken back is held again. */
export const TASK_LIFE = {
  waiting: ['claimed'],
  claimed: ['marked', 'waiting', 'claimed'],
  marked: ['claimed', 'marked'],
} as const satisfies Record<TaskStatus, readonly TaskStatus[]>;

export interface GivenMark {
  readonly marks: Readonly<Record<string, Points>>;
  readonly comment: string;
  readonly points: Points;
  readonly by: PersonId;
}

/** One open response that a person marks. */
export interface MarkingTask {
  readonly id: MarkingTaskId;
  readonly attemptId: AttemptId;
  readonly sessionId: SessionId;
  readonly formId: FormId;
  readonly itemRef: string;
  readonly itemVersionId: ItemVersionId;
  readonly generation: number;
  readonly scriptNo: string;
  readonly response: string;
  readonly maxPoints: Points;
  readonly status: TaskStatus;
  readonly version: number;
  readonly claimedBy: PersonId | null;
  readonly claimedUntil: Instant | null;
  readonly mark: GivenMark | null;
  readonly released: boolean;
}

/** Who marks; `institutionIds` are all that this person belongs to or acts for. */
export interface Marker {
  readonly personId: PersonId;
  readonly institutionIds: readonly InstitutionId[];
}

/** What a marker receives of a task: nothing that leads to a person, a place or a time (named field by field). */
export interface AnonymousTask {
  readonly id: MarkingTaskId;
  readonly scriptNo: string;
  readonly stem: LocalizedText;
  readonly rubric: Rubric;
  readonly exemplar: LocalizedText | null;
  readonly rationale: LocalizedText;
  readonly response: string;
  readonly maxPoints: Points;
  readonly version: number;
  readonly claimedUntil: Instant | null;
}

export interface TaskMaterial {
  readonly stem: LocalizedText;
  readonly rubric: Rubric;
  readonly exemplar?: LocalizedText;
  readonly rationale: LocalizedText;
}

export function anonymousTask(task: MarkingTask, material: TaskMaterial, marker: PersonId): AnonymousTask {
  return {
    id: task.id,
    scriptNo: task.scriptNo,
    stem: material.stem,
    rubric: material.rubric,
    exemplar: material.exemplar ?? null,
    rationale: material.rationale,
    response: task.response,
    maxPoints: task.maxPoints,
    version: task.version,
    claimedUntil: task.claimedBy === marker ? task.claimedUntil : null,
  };
}

export type ActVerdict = { act: true } | { act: false; why: 'released' | 'changed-meanwhile' | 'not-marked' };

/**
 * May this marker mark (or mark again) now? The version decides: it grows with each claim, mark and skip, so that whoever looked at
 * an older state, in another tab too, is told instead of overwriting. A claim that has run out is still good while nobody took it.
 */
export function mayMark(task: MarkingTask, marker: PersonId, version: number): ActVerdict {
  if (task.released) return { act: false, why: 'released' };
  if (task.version !== version) return { act: false, why: 'changed-meanwhile' };
  const holds = task.status === 'claimed' && task.claimedBy === marker;
  const gaveIt = task.status === 'marked' && task.mark?.by === marker;
  return holds || gaveIt ? { act: true } : { act: false, why: 'changed-meanwhile' };
}

/** May this marker pass the script on? */
export function maySkip(task: MarkingTask, marker: PersonId, version: number): ActVerdict {
  const verdict = mayMark(task, marker, version);
  return verdict.act && task.status === 'marked' ? { act: false, why: 'changed-meanwhile' } : verdict;
}

/** May this marker take the own mark back? */
export function mayUndo(task: MarkingTask, marker: PersonId, version: number): ActVerdict {
  const verdict = mayMark(task, marker, version);
  return verdict.act && task.status !== 'marked' ? { act: false, why: 'not-marked' } : verdict;
}
