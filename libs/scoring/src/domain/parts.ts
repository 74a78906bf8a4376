import type { Points, ResponseValue } from '@hz/kernel';
import type { ItemOutcome, OrderPolicy, PartsPolicy } from '../contract';
import { nothing, shareOutcome } from './outcomes';

/** Named parts, each with one right value: the sources of a match, the gaps of an inline choice. */
export function scoreParts(
  key: Readonly<Record<string, string>>,
  policy: PartsPolicy,
  value: ResponseValue,
  maxPoints: Points,
): ItemOutcome {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return nothing(maxPoints, 'invalid');
  const names = Object.keys(key).sort();
  const parts = Object.fromEntries(
    names.map((name) => [name, Object.hasOwn(value, name) && value[name] === key[name]]),
  );
  const right = names.filter((name) => parts[name]).length;
  if (policy === 'share') return shareOutcome(maxPoints, right, names.length, parts);
  return shareOutcome(maxPoints, right === names.length ? 1 : 0, 1, parts);
}

/**
 * A sequence. `adjacent-pairs`: the share of neighbours of the key that stand side by side in the response, in the right order.
 * A response that names an option twice, or one that does not exist, is invalid: it could hold every pair at once.
 */
export function scoreOrder(
  sequence: readonly string[],
  policy: OrderPolicy,
  value: ResponseValue,
  maxPoints: Points,
): ItemOutcome {
  if (!Array.isArray(value)) return nothing(maxPoints, 'invalid');
  if (new Set(value).size !== value.length || value.some((choice) => !sequence.includes(choice))) {
    return nothing(maxPoints, 'invalid');
  }
  if (policy === 'all-or-nothing') {
    const right = value.length === sequence.length && value.every((choice, index) => choice === sequence[index]);
    return shareOutcome(maxPoints, right ? 1 : 0, 1);
  }
  const next = new Map(value.map((choice, index) => [choice, value[index + 1]]));
  const pairs = sequence.slice(1).map((after, index) => [sequence[index]!, after] as const);
  const parts = Object.fromEntries(pairs.map(([before, after]) => [`${before}>${after}`, next.get(before) === after]));
  return shareOutcome(maxPoints, Object.values(parts).filter(Boolean).length, pairs.length, parts);
}
