import type { EducationInput } from '@hz/certification/contract';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../shared/api/client';

const CERTIFICATES = ['my', 'certificates'] as const;
const keyOf = (number: string) => [...CERTIFICATES, number, 'renewal'] as const;
const at = (number: string) => ({ params: { path: { number } } });

export const renewalQuery = (number: string) =>
  queryOptions({
    queryKey: keyOf(number),
    queryFn: ({ signal }) => dataOf(api.GET('/api/v1/me/certificates/{number}/renewal', { ...at(number), signal })),
  });

/** Hands in continuing education. */
export function useHandIn(number: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: EducationInput) =>
      api.POST('/api/v1/me/certificates/{number}/education', { ...at(number), body }),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(number) }),
  });
}

/** Renews the registration; gives the number of the certificate that takes the place of this one. */
export function useRenew(number: string): () => Promise<string> {
  const client = useQueryClient();
  return async () => {
    const renewed = await dataOf(api.POST('/api/v1/me/certificates/{number}/renewal', at(number)));
    await client.invalidateQueries({ queryKey: CERTIFICATES });
    return renewed.number;
  };
}
