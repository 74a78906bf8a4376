import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../shared/api/client';

const ISSUING_POLL_MS = 5_000;

export const myCertificatesQuery = queryOptions({
  queryKey: ['my', 'certificates'],
  queryFn: async ({ signal }) => (await dataOf(api.GET('/api/v1/me/certificates', { signal }))).rows,
  refetchInterval: ({ state }) => (state.data?.some(({ status }) => status === 'issuing') ? ISSUING_POLL_MS : false),
});

/** What each of the signed forms shows; that never changes. */
export const formsQuery = (number: string) =>
  queryOptions({
    queryKey: ['my', 'certificates', number, 'forms'],
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const to = { params: { path: { number } }, signal };
      return (await dataOf(api.GET('/api/v1/me/certificates/{number}/forms', to))).rows;
    },
  });

export const certificatePath = (
  number: string,
  file: 'pdf' | 'credential' | 'token' | 'badge' | 'score-report' | 'registration-card',
): string => `/api/v1/me/certificates/${encodeURIComponent(number)}/${file}`;
