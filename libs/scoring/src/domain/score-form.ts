import type { ResponseValue } from '@hz/kernel';
import { SCORING_VERSION, type FormOutcome, type ScorableForm } from '../contract';
import { profileOf } from './profile';
import { scoreItem } from './score-item';

/**
 * Scores every item of a form; outcomes stand in the order of the key sheet, whatever the order of the responses. A response to a
 * ref that the form does not have counts for nothing.
 */
export function scoreForm(form: ScorableForm, responses: Readonly<Record<string, ResponseValue>>): FormOutcome {
  const items = form.items.map((item) => {
    const value = Object.hasOwn(responses, item.ref) ? responses[item.ref] : undefined;
    return { ref: item.ref, ...scoreItem(item.rule, value, item.points) };
  });
  return { scoringVersion: SCORING_VERSION, items, profile: profileOf(form.items, items) };
}
