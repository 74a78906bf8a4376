import { isUnanswered, type Points, type ResponseValue } from '@hz/kernel';
import type { ItemOutcome, ResponseRule } from '../contract';
import { scoreMultiple, scoreSingle } from './choices';
import { isWithin, parseNumber } from './numeric';
import { allOrNothing, nothing } from './outcomes';
import { scoreOrder, scoreParts } from './parts';
import { normalizeText } from './text';

/**
 * Points of one response: a pure function of key, response and the item's points, so that each run gives the same (P5).
 * Between 0 and `maxPoints`, four places. A value of the wrong shape is 'invalid' and gains nothing; nothing throws.
 * An open response waits for a marker (points null), unless nothing was written.
 */
export function scoreItem(rule: ResponseRule, value: ResponseValue | undefined, maxPoints: Points): ItemOutcome {
  if (value === undefined || isUnanswered(value)) return nothing(maxPoints, 'unanswered');
  switch (rule.type) {
    case 'single-choice':
      return scoreSingle(rule.key, value, maxPoints);
    case 'true-false':
      return scoreSingle(String(rule.key), value, maxPoints);
    case 'multiple-response':
      return scoreMultiple(rule, value, maxPoints);
    case 'match':
      return scoreParts(rule.pairs, rule.policy, value, maxPoints);
    case 'inline-choice':
      return scoreParts(rule.gaps, rule.policy, value, maxPoints);
    case 'order':
      return scoreOrder(rule.sequence, rule.policy, value, maxPoints);
    case 'text-entry':
    case 'numeric-entry':
    case 'extended-text':
      return typeof value === 'string' ? scoreTyped(rule, value, maxPoints) : nothing(maxPoints, 'invalid');
  }
}

function scoreTyped(
  rule: Extract<ResponseRule, { type: 'text-entry' | 'numeric-entry' | 'extended-text' }>,
  text: string,
  maxPoints: Points,
): ItemOutcome {
  switch (rule.type) {
    case 'text-entry': {
      const given = normalizeText(text, rule.caseSensitive);
      return allOrNothing(
        maxPoints,
        rule.accept.some((accepted) => normalizeText(accepted, rule.caseSensitive) === given),
      );
    }
    case 'numeric-entry': {
      const number = parseNumber(text, rule.units);
      return number === null ? nothing(maxPoints, 'invalid') : allOrNothing(maxPoints, isWithin(number, rule));
    }
    case 'extended-text':
      return { points: null, maxPoints, needsMarking: true, detail: { verdict: 'to-be-marked' } };
  }
}
