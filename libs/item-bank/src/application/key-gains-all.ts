import type { Points, ResponseValue } from '@hz/kernel';
import { normalizeText, scoreItem } from '@hz/scoring';
import type { ResponseRule } from '@hz/scoring/contract';

/** Whether the response that the key describes is scored with all points: the bank's proof that key and scoring understand each other. */
export function keyGainsAll(rule: ResponseRule, points: Points): boolean {
  return keyResponses(rule).every((value) => {
    const outcome = scoreItem(rule, value, points);
    return outcome.needsMarking || outcome.points === points;
  });
}

function keyResponses(rule: ResponseRule): ResponseValue[] {
  switch (rule.type) {
    case 'single-choice':
      return [rule.key];
    case 'true-false':
      return [String(rule.key)];
    case 'multiple-response':
      return [rule.keys];
    case 'text-entry':
      // An accepted text of blanks or full stops alone would be matched by nothing, or by too much.
      return rule.accept.map((text) => (normalizeText(text, rule.caseSensitive) === '' ? null : text));
    case 'numeric-entry':
      return [rule.answer];
    case 'match':
      return [rule.pairs];
    case 'order':
      return [rule.sequence];
    case 'inline-choice':
      return [rule.gaps];
    case 'extended-text':
      return ['text'];
  }
}
