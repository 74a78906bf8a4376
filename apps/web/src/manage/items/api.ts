import type { ItemSummary } from '@hz/item-bank/contract';
import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../shared/api/client';
import type { QueryOf, Schema } from '../../shared/api/types';
import type { PagedList } from '../../shared/staff';

/** An item as authors and reviewers see it. Pages of candidates never import this. */
export type ItemDetail = Schema<'ItemDetail'>;

export const itemsOf = (query: QueryOf<'/api/v1/items'>): PagedList<ItemSummary> => ({
  queryKey: ['items', query],
  read: (place, signal) => dataOf(api.GET('/api/v1/items', { params: { query: { ...query, ...place } }, signal })),
});

export const banksQuery = queryOptions({
  queryKey: ['banks'],
  queryFn: async ({ signal }) => (await dataOf(api.GET('/api/v1/banks', { signal }))).rows,
});

export const itemQuery = (id: string) =>
  queryOptions({
    queryKey: ['items', id],
    queryFn: ({ signal }) => dataOf(api.GET('/api/v1/items/{id}', { params: { path: { id } }, signal })),
  });
