import type { KeySheet } from '@hz/assembly/keys';
import type { Points, ResponseValue } from '@hz/kernel';
import type { ResponseRule, Rubric } from '@hz/scoring/contract';

/** A response that gains all points; an open one gets `text`. */
function rightResponse(rule: ResponseRule, text: string): ResponseValue {
  switch (rule.type) {
    case 'single-choice':
      return rule.key;
    case 'multiple-response':
      return [...rule.keys];
    case 'true-false':
      return String(rule.key);
    case 'text-entry':
      return rule.accept[0]!;
    case 'numeric-entry':
      return rule.answer;
    case 'match':
      return rule.pairs;
    case 'order':
      return [...rule.sequence];
    case 'inline-choice':
      return rule.gaps;
    case 'extended-text':
      return text;
  }
}

/** Responses to all items of a form that a machine gives full points; open ones hold `text`, or nothing when it is empty. */
export function rightResponses(sheet: KeySheet, text: string): Record<string, ResponseValue> {
  return Object.fromEntries(sheet.items.map(({ ref, rule }) => [ref, rightResponse(rule, text)]));
}

/** Marks that take the highest (or lowest) level of each criterion. */
export function marksOf(rubric: Rubric, level: 'best' | 'worst'): Record<string, Points> {
  return Object.fromEntries(
    rubric.criteria.map(({ id, levels }) => [id, (level === 'best' ? levels.at(-1)! : levels[0]!).points]),
  );
}
