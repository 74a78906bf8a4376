import type { Interaction, ResponseValue } from '@hz/kernel';

type Of<Type extends Interaction['type']> = Extract<Interaction, { type: Type }>;
type Shapes = { readonly [Type in Interaction['type']]: (interaction: Of<Type>, value: ResponseValue) => boolean };

const LONGEST_NUMBER = 100;

const SHAPES: Shapes = {
  'single-choice': ({ choices }, value) => isOneOf(value, idsOf(choices)),
  'true-false': (_, value) => value === 'true' || value === 'false',
  'multiple-response': ({ choices, maxChoices }, value) =>
    isListOf(value, idsOf(choices)) && (maxChoices === 0 || value.length <= maxChoices),
  order: ({ choices }, value) => isListOf(value, idsOf(choices)),
  'text-entry': ({ maxLength }, value) => isText(value, maxLength),
  'extended-text': ({ maxLength }, value) => isText(value, maxLength),
  'numeric-entry': (_, value) => isText(value, LONGEST_NUMBER),
  match: ({ sources, targets }, value) => {
    const [from, to] = [idsOf(sources), idsOf(targets)];
    return isRecord(value) && Object.entries(value).every(([source, target]) => from.has(source) && to.has(target));
  },
  'inline-choice': ({ gaps }, value) => {
    const choicesOf = new Map(gaps.map((gap) => [gap.id, idsOf(gap.choices)]));
    return isRecord(value) && Object.entries(value).every(([gap, choice]) => choicesOf.get(gap)?.has(choice) ?? false);
  },
};

/** Whether a value can be a response to this interaction at all: right or wrong is not asked here (P3). `null` clears any response. */
export function fits<Type extends Interaction['type']>(interaction: Of<Type>, value: ResponseValue): boolean {
  if (value === null) return true;
  const shape: Shapes[Type] = SHAPES[interaction.type];
  return shape(interaction, value);
}

function idsOf(choices: readonly { id: string }[]): Set<string> {
  return new Set(choices.map(({ id }) => id));
}

function isOneOf(value: ResponseValue, ids: ReadonlySet<string>): boolean {
  return typeof value === 'string' && ids.has(value);
}

/** A text that the database can hold: no NUL, no half of a surrogate pair. One that it cannot would fail the whole batch of saves. */
function isText(value: ResponseValue, maxLength: number): boolean {
  return typeof value === 'string' && value.length <= maxLength && value.isWellFormed() && !value.includes('\0');
}

function isListOf(value: ResponseValue, ids: ReadonlySet<string>): value is string[] {
  return Array.isArray(value) && new Set(value).size === value.length && value.every((id) => ids.has(id));
}

function isRecord(value: ResponseValue): value is Record<string, string> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
