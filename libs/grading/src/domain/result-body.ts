import type { SchemeBody } from '@hz/competency/contract';
import { addPoints, comparePoints, points, ZERO_POINTS, type ComponentCode } from '@hz/kernel';
import type { Profile } from '@hz/scoring/contract';
import type { ComponentResult, ResultBody, ResultOutcome } from '../contract';
import { componentVerdict } from './component-verdict';
import { cutOff, NOTHING, ratio, scaled, sum } from './ratio';

/**
 * The result that follows from the points of a form under the rules of a scheme. Nothing may be pending.
 *
 * A component of the scheme without items in the form (a review is held apart) is `missing`: the scheme as a whole is then not passed
 * by this sitting, and the total weighs what was sat, with the weights of those components alone. Points of a component that the
 * scheme does not have count in the skills and nowhere else.
 */
export function resultBodyOf(scheme: Pick<SchemeBody, 'components'>, profile: Profile): ResultBody {
  if (profile.total.pending > 0) throw new RangeError('a response still waits for its marker');
  const totals = new Map(profile.components.map((total) => [total.component, total]));
  const wasSat = (code: ComponentCode) => comparePoints(totals.get(code)?.possible ?? ZERO_POINTS, ZERO_POINTS) > 0;
  const components = scheme.components
    .filter(({ code }) => wasSat(code))
    .map((rules) => componentVerdict(rules, totals.get(rules.code)!));
  const missing = scheme.components.filter(({ code }) => !wasSat(code)).map(({ code }) => code);
  return {
    total: {
      gained: addPoints(...components.map(({ gained }) => gained)),
      possible: addPoints(...components.map(({ possible }) => possible)),
      percent: cutOff(weighted(components)),
    },
    outcome: outcomeOf(components, missing),
    components,
    missing,
    skills: profile.skills.map(({ skillId, gained, possible, percent, items }) => ({
      skillId,
      gained,
      possible,
      percent,
      items,
    })),
  };
}

/** The sum of weight × share over what was sat, on a scale of 100. */
function weighted(components: readonly ComponentResult[]) {
  const weights = components.reduce((all, { weight }) => all + weight, 0);
  if (weights === 0) return NOTHING;
  const total = components
    .map(({ gained, possible, weight }) => scaled(ratio(gained, possible), points(weight)))
    .reduce(sum, NOTHING);
  return { of: total.of * 100n, over: total.over * BigInt(weights) };
}

function outcomeOf(components: readonly ComponentResult[], missing: readonly ComponentCode[]): ResultOutcome {
  if (components.some(({ passed }) => !passed)) return 'failed';
  return missing.length > 0 ? 'incomplete' : 'passed';
}
