import type { FlagTaskInput, MarkTaskInput, SkipTaskInput } from '@hz/grading/contract';
import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../shared/api/client';
import type { Schema } from '../shared/api/types';

/** A script as its marker sees it. Nothing in it leads to a person. */
export type Script = Schema<'MarkingTask'>;
export type MarkedScript = Schema<'MarkedTask'>;
export interface QueueKey {
  sessionId: string;
  itemVersionId: string;
}

const QUEUES_EVERY_MS = 15_000;
export const MINE_KEY = ['marking', 'mine'] as const;

export const queuesQuery = queryOptions({
  queryKey: ['marking', 'queues'],
  refetchInterval: QUEUES_EVERY_MS,
  queryFn: async ({ signal }) => (await dataOf(api.GET('/api/v1/marking/items', { signal }))).rows,
});

export const mineQuery = queryOptions({
  queryKey: MINE_KEY,
  queryFn: async ({ signal }) => (await dataOf(api.GET('/api/v1/marking/mine', { signal }))).rows,
});

/** The next script of a queue; the one that is held already comes again, with its time renewed. */
export const claimNext = async (queue: QueueKey): Promise<Script | null> => {
  const params = { path: queue };
  return (await dataOf(api.POST('/api/v1/marking/items/{sessionId}/{itemVersionId}/next', { params }))).task;
};

const task = (id: string) => ({ params: { path: { id } } });

export const putMark = (id: string, body: MarkTaskInput) =>
  dataOf(api.PUT('/api/v1/marking/tasks/{id}', { ...task(id), body }));
export const undoMark = (id: string, version: number) =>
  dataOf(api.POST('/api/v1/marking/tasks/{id}/undo', { ...task(id), body: { version } }));
export const skipScript = (id: string, body: SkipTaskInput) =>
  api.POST('/api/v1/marking/tasks/{id}/skip', { ...task(id), body });
export const flagScript = (id: string, body: FlagTaskInput) =>
  api.POST('/api/v1/marking/tasks/{id}/flag', { ...task(id), body });
