import type { InstitutionView } from '@hz/identity/contract';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../shared/api/client';

export const JOB_STATES = ['waiting', 'active', 'delayed', 'failed', 'completed'] as const;
export type JobState = (typeof JOB_STATES)[number];

export interface QueueView {
  name: string;
  jobs: string[];
  counts: Record<JobState, number>;
}
export interface QueueJob {
  id: string;
  name: string;
  outboxId: string | null;
  addedAt: number;
  attempts: number;
  failure: string | null;
}
export interface StuckDelivery {
  outboxId: string;
  job: string;
  event: string;
  key: string;
  attempts: number;
  error: string;
  stuckAt: number;
}

const EVERY_MS = 10_000;
export const QUEUES_KEY = ['queues'] as const;
export const INSTITUTIONS_KEY = ['institutions'] as const;

export const queuesQuery = queryOptions({
  queryKey: QUEUES_KEY,
  refetchInterval: EVERY_MS,
  queryFn: async ({ signal }) => (await request<{ rows: QueueView[] }>('/api/v1/queues', { signal })).rows,
});

export const jobsQuery = (queue: string, state: JobState) =>
  queryOptions({
    queryKey: [...QUEUES_KEY, queue, state],
    refetchInterval: EVERY_MS,
    queryFn: async ({ signal }) => {
      const path = `/api/v1/queues/${encodeURIComponent(queue)}/jobs`;
      return (await request<{ rows: QueueJob[] }>(path, { query: { state }, signal })).rows;
    },
  });

export const stuckQuery = queryOptions({
  queryKey: ['outbox', 'stuck'],
  refetchInterval: EVERY_MS,
  queryFn: async ({ signal }) => (await request<{ rows: StuckDelivery[] }>('/api/v1/outbox/stuck', { signal })).rows,
});

export const institutionsQuery = queryOptions({
  queryKey: INSTITUTIONS_KEY,
  queryFn: async ({ signal }) => (await request<{ rows: InstitutionView[] }>('/api/v1/institutions', { signal })).rows,
});
