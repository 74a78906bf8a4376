import type { FrameworkView, RoleView, SchemeView } from '@hz/competency/contract';
import type { SessionView } from '@hz/registration/contract';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../shared/api/client';

const HOUR_MS = 3_600_000;

export const frameworkQuery = queryOptions({
  queryKey: ['framework'],
  queryFn: ({ signal }) => request<FrameworkView>('/api/v1/framework', { signal }),
  staleTime: HOUR_MS,
});

export const roleQuery = (id: string) =>
  queryOptions({
    queryKey: ['framework', 'role', id],
    queryFn: ({ signal }) => request<RoleView>(`/api/v1/framework/roles/${encodeURIComponent(id)}`, { signal }),
    staleTime: HOUR_MS,
  });

export const schemesQuery = queryOptions({
  queryKey: ['schemes'],
  queryFn: async ({ signal }) => (await request<{ rows: SchemeView[] }>('/api/v1/schemes', { signal })).rows,
});

export const schemeQuery = (id: string) =>
  queryOptions({
    queryKey: ['schemes', id],
    queryFn: ({ signal }) => request<SchemeView>(`/api/v1/schemes/${encodeURIComponent(id)}`, { signal }),
  });

/** Sessions that take registrations, of one scheme version or of all. */
export const openSessionsQuery = (schemeVersionId?: string) =>
  queryOptions({
    queryKey: ['sessions', 'open', schemeVersionId ?? null],
    queryFn: async ({ signal }) => {
      const query = { status: 'open', scheme: schemeVersionId };
      return (await request<{ rows: SessionView[] }>('/api/v1/sessions', { query, signal })).rows;
    },
  });

export const sessionQuery = (id: string) =>
  queryOptions({
    queryKey: ['sessions', id],
    queryFn: ({ signal }) => request<SessionView>(`/api/v1/sessions/${encodeURIComponent(id)}`, { signal }),
  });
