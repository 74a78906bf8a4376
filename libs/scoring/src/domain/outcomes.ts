import { shareOfPoints, ZERO_POINTS, type Points } from '@hz/kernel';
import type { ItemOutcome, Verdict } from '../contract';

/** No points, and why. */
export function nothing(maxPoints: Points, verdict: 'wrong' | 'unanswered' | 'invalid'): ItemOutcome {
  return { points: ZERO_POINTS, maxPoints, needsMarking: false, detail: { verdict } };
}

export function allOrNothing(maxPoints: Points, right: boolean): ItemOutcome {
  if (!right) return nothing(maxPoints, 'wrong');
  return { points: maxPoints, maxPoints, needsMarking: false, detail: { verdict: 'right' } };
}

/** `gained` of `possible` parts, rounded once; below nothing is nothing. */
export function shareOutcome(
  maxPoints: Points,
  gained: number,
  possible: number,
  parts?: Record<string, boolean>,
): ItemOutcome {
  const points =
    gained <= 0 ? ZERO_POINTS : gained === possible ? maxPoints : shareOfPoints(maxPoints, gained, possible);
  const verdict: Verdict = gained === possible ? 'right' : gained <= 0 ? 'wrong' : 'partly';
  return { points, maxPoints, needsMarking: false, detail: parts ? { verdict, parts } : { verdict } };
}
