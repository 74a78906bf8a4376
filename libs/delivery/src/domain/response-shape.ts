import type { Interaction, ResponseValue } from '@hz/kernel';

/** Whether a value can be a response to this interaction at all: right or wrong is not asked here (P3). `null` clears any response. */
export function fits(interaction: Interaction, value: ResponseValue): boolean {
  if (value === null) return true;
  switch (interaction.type) {
    case 'single-choice':
      return isOneOf(value, idsOf(interaction.choices));
    case 'true-false':
      return value === 'true' || value === 'false';
    case 'multiple-response':
      return (
        isListOf(value, idsOf(interaction.choices)) &&
        (interaction.maxChoices === 0 || value.length <= interaction.maxChoices)
      );
    case 'order':
      return isListOf(value, idsOf(interaction.choices));
    case 'text-entry':
    case 'extended-text':
      return typeof value === 'string' && value.length <= interaction.maxLength;
    case 'numeric-entry':
      return typeof value === 'string' && value.length <= 100;
    case 'match': {
      const [sources, targets] = [idsOf(interaction.sources), idsOf(interaction.targets)];
      return (
        isRecord(value) && Object.entries(value).every(([source, target]) => sources.has(source) && targets.has(target))
      );
    }
    case 'inline-choice': {
      const gaps = new Map(interaction.gaps.map((gap) => [gap.id, idsOf(gap.choices)]));
      return isRecord(value) && Object.entries(value).every(([gap, choice]) => gaps.get(gap)?.has(choice) ?? false);
    }
  }
}

function idsOf(choices: readonly { id: string }[]): Set<string> {
  return new Set(choices.map(({ id }) => id));
}

function isOneOf(value: ResponseValue, ids: ReadonlySet<string>): boolean {
  return typeof value === 'string' && ids.has(value);
}

function isListOf(value: ResponseValue, ids: ReadonlySet<string>): value is string[] {
  return Array.isArray(value) && new Set(value).size === value.length && value.every((id) => ids.has(id));
}

function isRecord(value: ResponseValue): value is Record<string, string> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
