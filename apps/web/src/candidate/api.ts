import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../shared/api/client';

export const REGISTRATIONS_KEY = ['my', 'registrations'] as const;

export const myRegistrationsQuery = queryOptions({
  queryKey: REGISTRATIONS_KEY,
  queryFn: async ({ signal }) => (await dataOf(api.GET('/api/v1/me/registrations', { signal }))).rows,
});

export const myResultsQuery = queryOptions({
  queryKey: ['my', 'results'],
  queryFn: async ({ signal }) => (await dataOf(api.GET('/api/v1/me/results', { signal }))).rows,
});

export const resultQuery = (id: string) =>
  queryOptions({
    queryKey: ['my', 'results', id],
    queryFn: ({ signal }) => dataOf(api.GET('/api/v1/results/{id}', { params: { path: { id } }, signal })),
  });

export const ticketUrl = (registrationId: string): string => `/api/v1/registrations/${registrationId}/ticket.pdf`;
