import {
  defineEvent,
  type AttemptId,
  type MarkingTaskId,
  type PersonId,
  type ResultId,
  type SchemeVersionId,
  type SessionId,
} from '@hz/kernel';

/** The last open response of an attempt was marked, or a mark was changed after that: the result can be settled (anew). */
export const markingFinished = defineEvent<{ attemptId: AttemptId; taskId: MarkingTaskId; version: number }>()(
  'grading.marking-finished',
  ({ taskId, version }) => `${taskId}.${version}`,
);

/** A result is final and its candidate may see it. */
export const resultReleased = defineEvent<{
  resultId: ResultId;
  attemptId: AttemptId;
  personId: PersonId;
  sessionId: SessionId;
  schemeVersionId: SchemeVersionId;
}>()('grading.result-released', ({ resultId }) => resultId);
