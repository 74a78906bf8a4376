import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../shared/api/client';
import { useLocalized } from '../shared/localized';

const HOUR_MS = 3_600_000;

const roleQuery = (id: string) =>
  queryOptions({
    queryKey: ['framework', 'role', id],
    enabled: id !== '',
    retry: false,
    staleTime: HOUR_MS,
    queryFn: ({ signal }) => dataOf(api.GET('/api/v1/framework/roles/{id}', { params: { path: { id } }, signal })),
  });

/** The skills of a role with their names in the reader's language. Unknown ones keep their id. */
export function useSkills(roleId: string) {
  const local = useLocalized();
  const { data } = useQuery(roleQuery(roleId));
  const names = new Map<string, string>();
  for (const { skills } of data?.headings ?? []) for (const { id, name } of skills) names.set(id, local(name));
  for (const { skill } of data?.added ?? []) names.set(skill.id, local(skill.name));
  return {
    options: [...names].map(([value, label]) => ({ value, label })),
    nameOf: (id: string) => names.get(id) ?? id,
  };
}
