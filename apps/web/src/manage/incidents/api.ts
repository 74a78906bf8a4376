import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../shared/api/client';
import { SESSIONS_KEY } from '../sessions/api';

const EVERY_MS = 15_000;
const at = (id: string) => ({ params: { path: { id } } });
const keyOf = (sessionId: string) => [...SESSIONS_KEY, sessionId, 'incidents'] as const;

/** `live`: a machine may find one at any time. */
export const incidentsQuery = (sessionId: string, live: boolean) =>
  queryOptions({
    queryKey: keyOf(sessionId),
    refetchInterval: live ? EVERY_MS : false,
    queryFn: ({ signal }) => dataOf(api.GET('/api/v1/sessions/{id}/incidents', { ...at(sessionId), signal })),
  });

/** Read anew whenever the incident has changed. */
export const affectedQuery = (sessionId: string, id: string, version: string) =>
  queryOptions({
    queryKey: [...keyOf(sessionId), id, version],
    queryFn: ({ signal }) => dataOf(api.GET('/api/v1/incidents/{id}', { ...at(id), signal })),
  });

export const resitsQuery = (sessionId: string) =>
  queryOptions({
    queryKey: [...keyOf(sessionId), 'resits'],
    queryFn: async ({ signal }) =>
      (await dataOf(api.GET('/api/v1/sessions/{id}/resits', { ...at(sessionId), signal }))).rows,
  });

export const reportQuery = (sessionId: string) =>
  queryOptions({
    queryKey: [...SESSIONS_KEY, sessionId, 'report'],
    queryFn: ({ signal }) => dataOf(api.GET('/api/v1/sessions/{id}/report', { ...at(sessionId), signal })),
  });
