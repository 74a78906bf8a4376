import type { BankView, ItemWithBody } from '@hz/item-bank/contract';
import type { LocalizedText } from '@hz/kernel';
import type { ResponseRule, Rubric } from '@hz/scoring/contract';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../../shared/api/client';

/** An item as authors and reviewers see it. Pages of candidates never import this. */
export interface ItemDetail extends ItemWithBody {
  key: {
    rule: ResponseRule;
    rationale: LocalizedText;
    optionRationales: Record<string, LocalizedText>;
    rubric?: Rubric;
    exemplar?: LocalizedText;
  };
}

export const banksQuery = queryOptions({
  queryKey: ['banks'],
  queryFn: async ({ signal }) => (await request<{ rows: BankView[] }>('/api/v1/banks', { signal })).rows,
});

export const itemQuery = (id: string) =>
  queryOptions({
    queryKey: ['items', id],
    queryFn: ({ signal }) => request<ItemDetail>(`/api/v1/items/${encodeURIComponent(id)}`, { signal }),
  });
