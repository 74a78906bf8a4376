import { problem } from '@hz/kernel';

export class ResultNotFound extends problem('grading.result-not-found', 'not-found') {}
export class TaskNotFound extends problem('grading.task-not-found', 'not-found') {}
/** Marks that the rubric does not allow; `fields` names each criterion. */
export class MarksNotValid extends problem('grading.marks-not-valid', 'invalid') {}
/** Somebody, or the same marker in another tab, acted on the task since it was loaded. `params` say how it stands now. */
export class MarkedMeanwhile extends problem('grading.marked-meanwhile', 'conflict') {}
export class MarkingClosed extends problem('grading.marking-closed', 'conflict') {}
export class TaskNotMarked extends problem('grading.task-not-marked', 'conflict') {}
/** `params` count what still has to happen: running, unscored, toMark, unsettled. */
export class ReleaseNotReady extends problem('grading.release-not-ready', 'conflict') {}
