import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../shared/api/client';
import type { Schema } from '../shared/api/types';

export const JOB_STATES = ['waiting', 'active', 'delayed', 'failed', 'completed'] as const;
export type JobState = (typeof JOB_STATES)[number];

export type QueueView = Schema<'QueueView'>;
export type StuckDelivery = Schema<'StuckDelivery'>;

const EVERY_MS = 10_000;
export const QUEUES_KEY = ['queues'] as const;
export const INSTITUTIONS_KEY = ['institutions'] as const;

export const queuesQuery = queryOptions({
  queryKey: QUEUES_KEY,
  refetchInterval: EVERY_MS,
  queryFn: async ({ signal }) => (await dataOf(api.GET('/api/v1/queues', { signal }))).rows,
});

export const jobsQuery = (queue: string, state: JobState) =>
  queryOptions({
    queryKey: [...QUEUES_KEY, queue, state],
    refetchInterval: EVERY_MS,
    queryFn: async ({ signal }) => {
      const params = { path: { name: queue }, query: { state } };
      return (await dataOf(api.GET('/api/v1/queues/{name}/jobs', { params, signal }))).rows;
    },
  });

export const stuckQuery = queryOptions({
  queryKey: ['outbox', 'stuck'],
  refetchInterval: EVERY_MS,
  queryFn: async ({ signal }) => (await dataOf(api.GET('/api/v1/outbox/stuck', { signal }))).rows,
});

export const institutionsQuery = queryOptions({
  queryKey: INSTITUTIONS_KEY,
  queryFn: async ({ signal }) => (await dataOf(api.GET('/api/v1/institutions', { signal }))).rows,
});
