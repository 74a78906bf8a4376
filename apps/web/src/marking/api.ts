import type { FlagTaskInput, Mark, MarkingQueue, MarkTaskInput, SkipTaskInput } from '@hz/grading/contract';
import type { LocalizedText } from '@hz/kernel';
import type { Rubric } from '@hz/scoring/contract';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../shared/api/client';

/** A script as its marker sees it. Nothing in it leads to a person. */
export interface Script {
  id: string;
  scriptNo: string;
  stem: LocalizedText;
  rubric: Rubric;
  exemplar: LocalizedText | null;
  rationale: LocalizedText;
  response: string;
  maxPoints: string;
  version: number;
  claimedUntil: number | null;
}
export interface MarkedScript {
  task: Script;
  mark: Mark | null;
}
export interface QueueKey {
  sessionId: string;
  itemVersionId: string;
}

const QUEUES_EVERY_MS = 15_000;
export const MINE_KEY = ['marking', 'mine'] as const;

export const queuesQuery = queryOptions({
  queryKey: ['marking', 'queues'],
  refetchInterval: QUEUES_EVERY_MS,
  queryFn: async ({ signal }) => (await request<{ rows: MarkingQueue[] }>('/api/v1/marking/items', { signal })).rows,
});

export const mineQuery = queryOptions({
  queryKey: MINE_KEY,
  queryFn: async ({ signal }) => (await request<{ rows: MarkedScript[] }>('/api/v1/marking/mine', { signal })).rows,
});

/** The next script of a queue; the one that is held already comes again, with its time renewed. */
export const claimNext = async ({ sessionId, itemVersionId }: QueueKey): Promise<Script | null> =>
  (
    await request<{ task: Script | null }>(`/api/v1/marking/items/${sessionId}/${itemVersionId}/next`, {
      method: 'POST',
    })
  ).task;

const taskPath = (id: string, deed = '') => `/api/v1/marking/tasks/${id}${deed}`;

export const putMark = (id: string, body: MarkTaskInput) =>
  request<MarkedScript>(taskPath(id), { method: 'PUT', body });
export const undoMark = (id: string, version: number) =>
  request<MarkedScript>(taskPath(id, '/undo'), { method: 'POST', body: { version } });
export const skipScript = (id: string, body: SkipTaskInput) =>
  request<undefined>(taskPath(id, '/skip'), { method: 'POST', body });
export const flagScript = (id: string, body: FlagTaskInput) =>
  request<undefined>(taskPath(id, '/flag'), { method: 'POST', body });
