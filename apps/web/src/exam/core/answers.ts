import { isUnanswered, type Interaction, type ResponseValue } from '@hz/kernel';

export type Completeness = 'unanswered' | 'partly' | 'answered';

/** How much of an item is answered: a match or an inline choice may be answered in part. */
export function completenessOf(interaction: Interaction, value: ResponseValue | undefined): Completeness {
  if (isUnanswered(value)) return 'unanswered';
  const parts = partsOf(interaction);
  if (parts === null || value === null || typeof value !== 'object' || Array.isArray(value)) return 'answered';
  return Object.keys(value).length >= parts ? 'answered' : 'partly';
}

function partsOf(interaction: Interaction): number | null {
  if (interaction.type === 'match') return interaction.sources.length;
  return interaction.type === 'inline-choice' ? interaction.gaps.length : null;
}

/** Whether an item is answered by typing, so that saving waits for a pause. */
export function isTyped({ type }: Interaction): boolean {
  return type === 'text-entry' || type === 'numeric-entry' || type === 'extended-text';
}

/** Ticks or unticks an option, in the order of the options; null when none is left. A full list (`maxChoices`, 0 for no limit) takes no more. */
export function toggled(
  ids: readonly string[],
  value: ResponseValue | undefined,
  id: string,
  maxChoices: number,
): string[] | null {
  const chosen = new Set(Array.isArray(value) ? value : []);
  if (!chosen.delete(id) && (maxChoices === 0 || chosen.size < maxChoices)) chosen.add(id);
  const list = ids.filter((each) => chosen.has(each));
  return list.length === 0 ? null : list;
}

/** The order as answered, or as shown while it is not answered. */
export function orderOf(ids: readonly string[], value: ResponseValue | undefined): string[] {
  if (!Array.isArray(value)) return [...ids];
  const known = value.filter((id) => ids.includes(id));
  return [...known, ...ids.filter((id) => !known.includes(id))];
}

/** Moves one to another place (from 0); places outside change nothing. */
export function moved(order: readonly string[], id: string, place: number): string[] {
  if (place < 0 || place >= order.length || !order.includes(id)) return [...order];
  const rest = order.filter((each) => each !== id);
  return [...rest.slice(0, place), id, ...rest.slice(place)];
}

/** Sets or clears (empty choice) one part of a match or inline choice; null when no part is left. */
export function withPart(
  value: ResponseValue | undefined,
  part: string,
  choice: string,
): Record<string, string> | null {
  const parts = typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
  if (choice === '') delete parts[part];
  else parts[part] = choice;
  return Object.keys(parts).length === 0 ? null : parts;
}

/** What was typed; nothing but blanks is no answer. */
export function typed(text: string): string | null {
  return text === '' ? null : text;
}

/** The ids that the letter keys choose among; empty when the item has no such options. */
export function letteredIds(interaction: Interaction): string[] {
  switch (interaction.type) {
    case 'single-choice':
    case 'multiple-response':
      return interaction.choices.map(({ id }) => id);
    case 'true-false':
      return ['true', 'false'];
    case 'text-entry':
    case 'numeric-entry':
    case 'match':
    case 'order':
    case 'inline-choice':
    case 'extended-text':
      return [];
  }
}

/** What a letter key (0 for A) makes of the response; undefined when there is no such option. */
export function chosenByLetter(
  interaction: Interaction,
  value: ResponseValue | undefined,
  index: number,
): ResponseValue | undefined {
  const ids = letteredIds(interaction);
  const id = ids[index];
  if (id === undefined) return undefined;
  return interaction.type === 'multiple-response' ? toggled(ids, value, id, interaction.maxChoices) : id;
}
