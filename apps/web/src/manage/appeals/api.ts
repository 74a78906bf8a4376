import type { AppealCase } from '@hz/certification/contract';
import { useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../shared/api/client';
import type { QueryOf } from '../../shared/api/types';
import type { PagedList } from '../../shared/staff';

const KEY = ['appeals', 'admin'] as const;

export const appeals = (query: QueryOf<'/api/v1/admin/appeals'>): PagedList<AppealCase> => ({
  queryKey: [...KEY, query],
  read: (place, signal) =>
    dataOf(api.GET('/api/v1/admin/appeals', { params: { query: { ...query, ...place } }, signal })),
});

/** Decides an appeal, and reads the list anew. */
export function useDecide(): (id: string, uphold: boolean, reason: string) => Promise<void> {
  const client = useQueryClient();
  return async (id, uphold, reason) => {
    await api.POST('/api/v1/admin/appeals/{id}/decision', { params: { path: { id } }, body: { uphold, reason } });
    await client.invalidateQueries({ queryKey: KEY });
  };
}
