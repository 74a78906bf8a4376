import type { SchemeComponent } from '@hz/competency/contract';
import type { Points } from '@hz/kernel';
import type { ComponentResult } from '../contract';
import { cutOff, ratio, reaches, scaled } from './ratio';

type Rules = Pick<SchemeComponent, 'code' | 'weight' | 'passMark' | 'outOf'>;
const HUNDRED = '100' as Points;

/**
 * Whether a component is passed: gained ÷ possible × `outOf` must reach `passMark`, compared exactly and unrounded, so that 59.995 of
 * 60 is not a pass. `possible` must be above zero.
 */
export function componentVerdict(rules: Rules, sat: { gained: Points; possible: Points }): ComponentResult {
  const share = ratio(sat.gained, sat.possible);
  const score = scaled(share, rules.outOf);
  return {
    code: rules.code,
    gained: sat.gained,
    possible: sat.possible,
    percent: cutOff(scaled(share, HUNDRED)),
    score: cutOff(score),
    outOf: rules.outOf,
    passMark: rules.passMark,
    weight: rules.weight,
    passed: reaches(score, rules.passMark),
  };
}
