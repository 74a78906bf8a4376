import { comparePoints, ZERO_POINTS, type Points } from '@hz/kernel';
import type { Verdict } from '@hz/scoring/contract';

/** A marker's points in the words of scoring. */
export function verdictOfPoints(points: Points, maxPoints: Points): Verdict {
  if (comparePoints(points, ZERO_POINTS) === 0) return 'wrong';
  return comparePoints(points, maxPoints) === 0 ? 'right' : 'partly';
}
