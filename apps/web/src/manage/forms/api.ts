import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../shared/api/client';
import type { QueryOf } from '../../shared/api/types';

export const BLUEPRINTS_KEY = ['blueprints'] as const;
export const FORMS_KEY = ['forms'] as const;

export const blueprintsQuery = queryOptions({
  queryKey: BLUEPRINTS_KEY,
  queryFn: async ({ signal }) => (await dataOf(api.GET('/api/v1/blueprints', { signal }))).rows,
});

export const formsQuery = (filter: QueryOf<'/api/v1/forms'>) =>
  queryOptions({
    queryKey: [...FORMS_KEY, filter],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => (await dataOf(api.GET('/api/v1/forms', { params: { query: filter }, signal }))).rows,
  });
