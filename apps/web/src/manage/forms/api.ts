import type { BlueprintView, FormSummary } from '@hz/assembly/contract';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request } from '../../shared/api/client';

export const BLUEPRINTS_KEY = ['blueprints'] as const;
export const FORMS_KEY = ['forms'] as const;

export const blueprintsQuery = queryOptions({
  queryKey: BLUEPRINTS_KEY,
  queryFn: async ({ signal }) => (await request<{ rows: BlueprintView[] }>('/api/v1/blueprints', { signal })).rows,
});

export const formsQuery = (filter: { status: string; blueprint: string; schemeVersion: string }) =>
  queryOptions({
    queryKey: [...FORMS_KEY, filter],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      (await request<{ rows: FormSummary[] }>('/api/v1/forms', { query: filter, signal })).rows,
  });
