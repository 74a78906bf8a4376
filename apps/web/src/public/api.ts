import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../shared/api/client';

const HOUR_MS = 3_600_000;

export const frameworkQuery = queryOptions({
  queryKey: ['framework'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/v1/framework', { signal })),
  staleTime: HOUR_MS,
});

export const roleQuery = (id: string) =>
  queryOptions({
    queryKey: ['framework', 'role', id],
    queryFn: ({ signal }) => dataOf(api.GET('/api/v1/framework/roles/{id}', { params: { path: { id } }, signal })),
    staleTime: HOUR_MS,
  });

export const schemesQuery = queryOptions({
  queryKey: ['schemes'],
  queryFn: async ({ signal }) => (await dataOf(api.GET('/api/v1/schemes', { signal }))).rows,
});

export const schemeQuery = (id: string) =>
  queryOptions({
    queryKey: ['schemes', id],
    queryFn: ({ signal }) => dataOf(api.GET('/api/v1/schemes/{id}', { params: { path: { id } }, signal })),
  });

/** Sessions that take registrations, of one scheme version or of all. */
export const openSessionsQuery = (schemeVersionId?: string) =>
  queryOptions({
    queryKey: ['sessions', 'open', schemeVersionId ?? null],
    queryFn: async ({ signal }) => {
      const query = { status: 'open' as const, ...(schemeVersionId !== undefined && { scheme: schemeVersionId }) };
      return (await dataOf(api.GET('/api/v1/sessions', { params: { query }, signal }))).rows;
    },
  });

export const sessionQuery = (id: string) =>
  queryOptions({
    queryKey: ['sessions', id],
    queryFn: ({ signal }) => dataOf(api.GET('/api/v1/sessions/{id}', { params: { path: { id } }, signal })),
  });
