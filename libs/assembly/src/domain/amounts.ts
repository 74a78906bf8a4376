import type { Amount } from '../contract';

/** The two ends of an amount; Infinity where there is no upper one. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

export function boundsOf(amount: Amount): Bounds {
  return typeof amount === 'number'
    ? { min: amount, max: amount }
    : { min: amount.min ?? 0, max: amount.max ?? Number.POSITIVE_INFINITY };
}
