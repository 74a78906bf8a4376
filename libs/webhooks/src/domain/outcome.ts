import { pauseAfter } from './schedule';

export interface Attempted {
  readonly httpStatus: number | null;
}
export type Outcome =
  | { readonly status: 'delivered' }
  | { readonly status: 'open'; readonly pauseMs: number }
  | { readonly status: 'failed'; readonly disable: 'failing' | 'gone' };

/** What follows from an attempt: `failed` counts it when it was none. 410 asks for no more (Standard Webhooks, "Webhook endpoint"). */
export function outcomeOf({ httpStatus }: Attempted, failed: number, chance: number): Outcome {
  if (httpStatus !== null && httpStatus >= 200 && httpStatus < 300) return { status: 'delivered' };
  if (httpStatus === 410) return { status: 'failed', disable: 'gone' };
  const pauseMs = pauseAfter(failed, chance);
  return pauseMs === null ? { status: 'failed', disable: 'failing' } : { status: 'open', pauseMs };
}
