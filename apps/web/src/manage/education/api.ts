import type { EducationCase } from '@hz/certification/contract';
import { useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../shared/api/client';
import type { QueryOf } from '../../shared/api/types';
import type { PagedList } from '../../shared/staff';

const KEY = ['education', 'admin'] as const;

export const educationCases = (query: QueryOf<'/api/v1/admin/education-records'>): PagedList<EducationCase> => ({
  queryKey: [...KEY, query],
  read: (place, signal) =>
    dataOf(api.GET('/api/v1/admin/education-records', { params: { query: { ...query, ...place } }, signal })),
});

/** Approves or refuses hours, and reads the list anew. */
export function useDecide(): (id: string, approve: boolean, reason: string) => Promise<void> {
  const client = useQueryClient();
  return async (id, approve, reason) => {
    await api.POST('/api/v1/admin/education-records/{id}/decision', {
      params: { path: { id } },
      body: { approve, reason: reason === '' ? null : reason },
    });
    await client.invalidateQueries({ queryKey: KEY });
  };
}
