import type { Points, ResponseValue } from '@hz/kernel';
import type { ItemOutcome, RuleOf } from '../contract';
import { allOrNothing, nothing, shareOutcome } from './outcomes';

/** One option, or "true"/"false". */
export function scoreSingle(key: string, value: ResponseValue, maxPoints: Points): ItemOutcome {
  return typeof value === 'string' ? allOrNothing(maxPoints, value === key) : nothing(maxPoints, 'invalid');
}

/**
 * Several options; the order in which they were chosen and repetitions do not matter.
 * `right-minus-wrong`: (right − wrong) ÷ keys, not below 0. `no-wrong-then-share`: right ÷ keys, nothing as soon as one is wrong.
 */
export function scoreMultiple(rule: RuleOf<'multiple-response'>, value: ResponseValue, maxPoints: Points): ItemOutcome {
  if (!Array.isArray(value)) return nothing(maxPoints, 'invalid');
  const keys = new Set(rule.keys);
  const chosen = [...new Set(value)].sort();
  const parts = Object.fromEntries(chosen.map((choice) => [choice, keys.has(choice)]));
  const right = chosen.filter((choice) => keys.has(choice)).length;
  const wrong = chosen.length - right;
  switch (rule.policy) {
    case 'all-or-nothing':
      return shareOutcome(maxPoints, wrong === 0 && right === keys.size ? 1 : 0, 1, parts);
    case 'right-minus-wrong':
      return shareOutcome(maxPoints, right - wrong, keys.size, parts);
    case 'no-wrong-then-share':
      return shareOutcome(maxPoints, wrong === 0 ? right : 0, keys.size, parts);
  }
}
