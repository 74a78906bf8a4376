import { points, type Choice, type Interaction, type LocalizedText } from '@hz/kernel';
import type { ResponseRule, Rubric } from '@hz/scoring/contract';
import type { BothLanguages, EntryOf, ItemEntry } from '../contract';
import type { ItemContent } from './item';

const TEXT_ENTRY_LENGTH = 200;

/** Splits an entry that passed its checks into what a candidate sees and what stays home (P3). */
export function itemOf(entry: ItemEntry): ItemContent {
  const { interaction, rule } = partsOf(entry);
  return {
    body: { stem: text(entry.stem), interaction },
    key: {
      rule,
      rationale: text(entry.rationale),
      optionRationales: 'choices' in entry ? optionRationales(entry.choices) : {},
      ...(entry.type === 'extended-text' && { rubric: rubricOf(entry), exemplar: text(entry.exemplar) }),
    },
    skillId: entry.skill,
    level: entry.level,
    cognitive: entry.cognitive,
    facility: entry.facility.toFixed(3),
    points: points(entry.points),
    seconds: entry.seconds,
    source: text(entry.source),
  };
}

interface Parts {
  interaction: Interaction;
  rule: ResponseRule;
}

function partsOf(entry: ItemEntry): Parts {
  switch (entry.type) {
    case 'single-choice':
    case 'multiple-response':
      return choiceParts(entry);
    case 'true-false':
      return { interaction: { type: 'true-false' }, rule: { type: 'true-false', key: entry.key } };
    case 'text-entry':
      return {
        interaction: { type: 'text-entry', maxLength: TEXT_ENTRY_LENGTH },
        rule: { type: 'text-entry', accept: entry.accept, caseSensitive: entry.caseSensitive ?? false },
      };
    case 'numeric-entry':
      return numericParts(entry);
    case 'match':
      return matchParts(entry);
    case 'order':
      return orderParts(entry);
    case 'inline-choice':
      return gapParts(entry);
    case 'extended-text':
      return {
        interaction: { type: 'extended-text', maxLength: entry.maxLength },
        rule: { type: 'extended-text' },
      };
  }
}

function choiceParts(entry: EntryOf<'single-choice' | 'multiple-response'>): Parts {
  const choices = entry.choices.map((choice) => ({ id: choice.id, text: text(choice) }));
  const keys = entry.choices.filter(({ key }) => key === true).map(({ id }) => id);
  const shuffle = entry.fixedOrder !== true;
  if (entry.type === 'single-choice') {
    return { interaction: { type: entry.type, choices, shuffle }, rule: { type: entry.type, key: keys[0]! } };
  }
  return {
    // 0: no limit. The number of keys would be half of the key.
    interaction: { type: entry.type, choices, shuffle, maxChoices: 0 },
    rule: { type: entry.type, keys, policy: entry.scoring },
  };
}

function numericParts({ answer, tolerance, significantDigits, unit }: EntryOf<'numeric-entry'>): Parts {
  const units = unit === undefined ? undefined : [...new Set([unit.zh, unit.en])];
  const rule = { type: 'numeric-entry', answer, tolerance, significantDigits, units };
  return {
    interaction: { type: 'numeric-entry', ...(unit && { unit: text(unit) }) },
    rule: Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== undefined)) as ResponseRule,
  };
}

function matchParts({ pairs, distractors = [], fixedOrder, scoring }: EntryOf<'match'>): Parts {
  const sources = pairs.map(({ source }, index) => ({ id: `s${index + 1}`, text: text(source) }));
  const targets = lettered([...pairs.map(({ target }) => target), ...distractors]);
  return {
    interaction: { type: 'match', sources, targets, shuffle: fixedOrder !== true },
    rule: {
      type: 'match',
      pairs: Object.fromEntries(pairs.map(({ target }, index) => [`s${index + 1}`, letterOf(targets, target)])),
      policy: scoring,
    },
  };
}

function orderParts({ sequence, scoring }: EntryOf<'order'>): Parts {
  const choices = lettered(sequence);
  return {
    interaction: { type: 'order', choices },
    rule: { type: 'order', sequence: sequence.map((step) => letterOf(choices, step)), policy: scoring },
  };
}

function gapParts({ gaps, scoring }: EntryOf<'inline-choice'>): Parts {
  const entries = Object.entries(gaps);
  return {
    interaction: {
      type: 'inline-choice',
      gaps: entries.map(([id, { choices }]) => ({
        id,
        choices: choices.map((choice) => ({ id: choice.id, text: text(choice) })),
      })),
    },
    rule: {
      type: 'inline-choice',
      gaps: Object.fromEntries(entries.map(([id, { key }]) => [id, key])),
      policy: scoring,
    },
  };
}

/**
 * Options with letters in the order of their texts. The file lists them in the order of the key, so letters in the file's order
 * would give the key away (P3); in the order of the texts they say nothing. Equal texts become one option.
 */
function lettered(texts: readonly BothLanguages[]): Choice[] {
  const byText = new Map(texts.map((option) => [option.zh.trim(), option]));
  return [...byText.keys()]
    .sort()
    .map((zh, index) => ({ id: String.fromCharCode(65 + index), text: text(byText.get(zh)!) }));
}

function letterOf(options: readonly Choice[], wanted: BothLanguages): string {
  return options.find((option) => option.text.zh === wanted.zh.trim())!.id;
}

function rubricOf({ rubric }: EntryOf<'extended-text'>): Rubric {
  return {
    criteria: rubric.map(({ id, title, levels }) => ({
      id,
      title: text(title),
      levels: levels.map((level) => ({ points: points(level.points), text: text(level) })),
    })),
  };
}

function optionRationales(
  options: readonly { id: string; why?: BothLanguages | undefined }[],
): Record<string, LocalizedText> {
  return Object.fromEntries(options.flatMap(({ id, why }) => (why ? [[id, text(why)]] : [])));
}

/** The text alone, without blanks around it and without an option's other fields. */
function text({ zh, en }: BothLanguages): { zh: string; en: string } {
  return { zh: zh.trim(), en: en.trim() };
}
