import type { SchemeView } from '@hz/competency/contract';
import type { LiveAttempt } from '@hz/delivery/contract';
import type { FormSummary, FormView } from '@hz/assembly/contract';
import type { SessionGrading } from '@hz/grading/contract';
import type { RosterRow, SessionView } from '@hz/registration/contract';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request } from '../../shared/api/client';

export const SESSIONS_KEY = ['sessions'] as const;
export const LIVE_EVERY_MS = 5_000;
const GRADING_EVERY_MS = 10_000;

export const managedSessionsQuery = queryOptions({
  queryKey: [...SESSIONS_KEY, 'managed'],
  queryFn: async ({ signal }) => (await request<{ rows: SessionView[] }>('/api/v1/sessions', { signal })).rows,
});

export const managedSessionQuery = (id: string) =>
  queryOptions({
    queryKey: [...SESSIONS_KEY, id],
    queryFn: ({ signal }) => request<SessionView>(`/api/v1/sessions/${encodeURIComponent(id)}`, { signal }),
  });

export const schemesQuery = queryOptions({
  queryKey: ['schemes'],
  queryFn: async ({ signal }) => (await request<{ rows: SchemeView[] }>('/api/v1/schemes', { signal })).rows,
});

export const publishedFormsQuery = (schemeVersion: string) =>
  queryOptions({
    queryKey: ['forms', { status: 'published', schemeVersion }],
    enabled: schemeVersion !== '',
    queryFn: async ({ signal }) => {
      const query = { status: 'published', schemeVersion };
      return (await request<{ rows: FormSummary[] }>('/api/v1/forms', { query, signal })).rows;
    },
  });

export const formQuery = (id: string) =>
  queryOptions({
    queryKey: ['forms', id],
    queryFn: ({ signal }) => request<FormView>(`/api/v1/forms/${encodeURIComponent(id)}`, { signal }),
  });

export const rosterQuery = (sessionId: string, filter: { search: string; status: string }) =>
  queryOptions({
    queryKey: [...SESSIONS_KEY, sessionId, 'roster', filter],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const path = `/api/v1/sessions/${sessionId}/registrations`;
      return (await request<{ rows: RosterRow[] }>(path, { query: filter, signal })).rows;
    },
  });

export const liveQuery = (sessionId: string, running: boolean) =>
  queryOptions({
    queryKey: [...SESSIONS_KEY, sessionId, 'live'],
    refetchInterval: running ? LIVE_EVERY_MS : false,
    queryFn: ({ signal }) =>
      request<{ rows: LiveAttempt[]; serverTime: number }>(`/api/v1/sessions/${sessionId}/attempts`, { signal }),
  });

export const gradingQuery = (sessionId: string) =>
  queryOptions({
    queryKey: [...SESSIONS_KEY, sessionId, 'grading'],
    queryFn: ({ signal }) => request<SessionGrading>(`/api/v1/sessions/${sessionId}/grading`, { signal }),
    refetchInterval: ({ state }): number | false => (state.data?.releasedAt ? false : GRADING_EVERY_MS),
  });
