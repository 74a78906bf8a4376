import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../shared/api/client';

const keyOf = (number: string) => ['my', 'certificates', number, 'appeal'] as const;
const at = (number: string) => ({ params: { path: { number } } });

export const appealQuery = (number: string) =>
  queryOptions({
    queryKey: keyOf(number),
    queryFn: ({ signal }) => dataOf(api.GET('/api/v1/me/certificates/{number}/appeal', { ...at(number), signal })),
  });

/** Hands in an appeal with its grounds. */
export function useAppeal(number: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (grounds: string) =>
      api.POST('/api/v1/me/certificates/{number}/appeal', { ...at(number), body: { grounds } }),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(number) }),
  });
}
