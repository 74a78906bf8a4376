import { addPoints, shareOfPoints, type ComponentCode, type Points, type ResultId } from '@hz/kernel';
import type { SchemeBody } from '@hz/competency/contract';
import type { ComponentResult, ResultBody } from '@hz/grading/contract';

/** A released result, as far as an award looks at it. */
export type ReleasedResult = Pick<ResultBody, 'components' | 'total'> & { readonly id: ResultId };

/** A component that was passed, and in which result. */
export interface PassedComponent {
  readonly code: ComponentCode;
  readonly resultId: ResultId;
  readonly percent: Points;
  readonly score: Points;
  readonly outOf: Points;
  readonly passMark: Points;
  readonly weight: number;
}

export interface Award {
  /** In the order of the scheme. */
  readonly components: readonly PassedComponent[];
  /** Of 100 after the weights. */
  readonly percent: Points;
}

/**
 * Whether all released results of a person for one scheme version together pass every component of it, and how well. A component may
 * have been passed in an earlier sitting than another; where it was passed twice, the first result in the list counts.
 * Null while a component is missing.
 */
export function awardFor(scheme: Pick<SchemeBody, 'components'>, results: readonly ReleasedResult[]): Award | null {
  const components: PassedComponent[] = [];
  for (const { code } of scheme.components) {
    const passed = firstPassed(code, results);
    if (passed === null) return null;
    components.push(passed);
  }
  return { components, percent: percentOfAward(components, results) };
}

function firstPassed(code: ComponentCode, results: readonly ReleasedResult[]): PassedComponent | null {
  for (const { id, components } of results) {
    const found = components.find((component) => component.code === code && component.passed);
    if (found !== undefined) return passedComponent(id, found);
  }
  return null;
}

function passedComponent(resultId: ResultId, component: ComponentResult): PassedComponent {
  const { code, percent, score, outOf, passMark, weight } = component;
  return { code, resultId, percent, score, outOf, passMark, weight };
}

/** All from one result: its own total, which was cut off only once. Otherwise the weighted percentages of the components. */
function percentOfAward(components: readonly PassedComponent[], results: readonly ReleasedResult[]): Points {
  const [first] = components;
  if (components.every(({ resultId }) => resultId === first!.resultId)) {
    return results.find(({ id }) => id === first!.resultId)!.total.percent;
  }
  return addPoints(...components.map(({ percent, weight }) => shareOfPoints(percent, weight, 100)));
}
