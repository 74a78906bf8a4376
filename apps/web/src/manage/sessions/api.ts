import type { RosterRow } from '@hz/registration/contract';
import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../shared/api/client';
import type { QueryOf } from '../../shared/api/types';
import type { PagedList } from '../../shared/staff';

export const SESSIONS_KEY = ['sessions'] as const;
export const LIVE_EVERY_MS = 5_000;
const GRADING_EVERY_MS = 10_000;
const at = (id: string) => ({ params: { path: { id } } });

export const managedSessionsQuery = queryOptions({
  queryKey: [...SESSIONS_KEY, 'managed'],
  queryFn: async ({ signal }) => (await dataOf(api.GET('/api/v1/sessions', { signal }))).rows,
});

export const managedSessionQuery = (id: string) =>
  queryOptions({
    queryKey: [...SESSIONS_KEY, id],
    queryFn: ({ signal }) => dataOf(api.GET('/api/v1/sessions/{id}', { ...at(id), signal })),
  });

export const schemesQuery = queryOptions({
  queryKey: ['schemes'],
  queryFn: async ({ signal }) => (await dataOf(api.GET('/api/v1/schemes', { signal }))).rows,
});

export const publishedFormsQuery = (schemeVersion: string) =>
  queryOptions({
    queryKey: ['forms', { status: 'published', schemeVersion }],
    enabled: schemeVersion !== '',
    queryFn: async ({ signal }) => {
      const query = { status: 'published' as const, schemeVersion };
      return (await dataOf(api.GET('/api/v1/forms', { params: { query }, signal }))).rows;
    },
  });

export const formQuery = (id: string) =>
  queryOptions({
    queryKey: ['forms', id],
    queryFn: ({ signal }) => dataOf(api.GET('/api/v1/forms/{id}', { ...at(id), signal })),
  });

export const rosterOf = (
  sessionId: string,
  query: QueryOf<'/api/v1/sessions/{id}/registrations'>,
): PagedList<RosterRow> => ({
  queryKey: [...SESSIONS_KEY, sessionId, 'roster', query],
  read: (place, signal) => {
    const params = { path: { id: sessionId }, query: { ...query, ...place } };
    return dataOf(api.GET('/api/v1/sessions/{id}/registrations', { params, signal }));
  },
});

export const liveQuery = (sessionId: string, running: boolean) =>
  queryOptions({
    queryKey: [...SESSIONS_KEY, sessionId, 'live'],
    refetchInterval: running ? LIVE_EVERY_MS : false,
    queryFn: ({ signal }) => dataOf(api.GET('/api/v1/sessions/{id}/attempts', { ...at(sessionId), signal })),
  });

export const gradingQuery = (sessionId: string) =>
  queryOptions({
    queryKey: [...SESSIONS_KEY, sessionId, 'grading'],
    queryFn: ({ signal }) => dataOf(api.GET('/api/v1/sessions/{id}/grading', { ...at(sessionId), signal })),
    refetchInterval: ({ state }): number | false => (state.data?.releasedAt ? false : GRADING_EVERY_MS),
  });
