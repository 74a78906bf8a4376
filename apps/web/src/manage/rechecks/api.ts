import type { RecheckFaultView, RecheckOverview } from '@hz/certification/contract';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../shared/api/client';
import type { QueryOf } from '../../shared/api/types';
import type { PagedList } from '../../shared/staff';

const KEY = ['rechecks'] as const;
const WHILE_UNDER_WAY_MS = 3_000;

/** How the re-check stands; read again and again while one is under way. */
export const overviewQuery = queryOptions<RecheckOverview>({
  queryKey: [...KEY, 'overview'],
  refetchInterval: ({ state }) =>
    state.data?.runs.some(({ finishedAt }) => finishedAt === null) ? WHILE_UNDER_WAY_MS : false,
  queryFn: ({ signal }) => dataOf(api.GET('/api/v1/admin/rechecks', { signal })),
});

export const faults = (query: QueryOf<'/api/v1/admin/recheck-faults'>): PagedList<RecheckFaultView> => ({
  queryKey: [...KEY, 'faults', query],
  read: (place, signal) =>
    dataOf(api.GET('/api/v1/admin/recheck-faults', { params: { query: { ...query, ...place } }, signal })),
});

/** Has everything examined now. */
export function useBegin() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.POST('/api/v1/admin/rechecks'),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
