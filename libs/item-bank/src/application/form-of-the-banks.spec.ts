import { join } from 'node:path';
import { yamlFilesIn } from '@hz/competency';
import { LANGUAGES, type Language } from '@hz/kernel';
import { repositoryRoot } from '@hz/platform';
import type { ItemEntry } from '../contract';
import { imagesIn } from './markdown-check';
import { readItemFile } from './read-item-file';

type SingleChoice = Extract<ItemEntry, { type: 'single-choice' }>;
type Sign = readonly [name: string, holds: (item: SingleChoice) => boolean];

/** With fewer items than this a share says nothing. */
const ENOUGH = 20;
/** A key stands at a given place of four, and is the longest of four options, in a quarter of the items by chance. */
const CHANCE = 0.25;
/** Both ways: a place or a length that is never the key lets a candidate strike out an option. */
const LEEWAY = 0.1;

const isKeyAt =
  (place: number) =>
  ({ choices }: SingleChoice) =>
    choices[place]?.key === true;

const isKeyLongest =
  (language: Language) =>
  ({ choices }: SingleChoice) =>
    choices.every(
      ({ key, ...texts }) =>
        key === true || texts[language].length < choices.find((choice) => choice.key === true)![language].length,
    );

const SIGNS: readonly Sign[] = [
  ...['A', 'B', 'C', 'D'].map((letter, place): Sign => [`key at ${letter}`, isKeyAt(place)]),
  ...LANGUAGES.map((language): Sign => [`key longest in ${language}`, isKeyLongest(language)]),
];

/** What a candidate who knows nothing could go by, with the share of single-choice items in which it holds. */
function hintsOf(entries: readonly ItemEntry[]): string[] {
  const single = entries.filter(
    (entry): entry is SingleChoice => entry.type === 'single-choice' && entry.choices.length === 4,
  );
  if (single.length < ENOUGH) return [];
  return SIGNS.flatMap(([name, holds]) => {
    const share = single.filter(holds).length / single.length;
    return Math.abs(share - CHANCE) > LEEWAY ? [`${name}: ${share.toFixed(2)}`] : [];
  });
}

/** True and false among the keys of statements; a difference of one cannot be avoided. */
function areStatementsOneSided(entries: readonly ItemEntry[]): boolean {
  const keys = entries.flatMap((entry) => (entry.type === 'true-false' ? [entry.key] : []));
  const surplus = Math.abs(2 * keys.filter(Boolean).length - keys.length);
  return surplus > Math.max(1, keys.length / 3);
}

const folder = join(repositoryRoot(), 'question-banks');
const files = yamlFilesIn(join(folder, 'items')).map(({ name, text }) => readItemFile(name, text, imagesIn(folder)));
const items = files.flatMap((file) => file.items);
const entriesOf = (bank: string) => items.filter((item) => item.bank === bank).map(({ entry }) => entry);

/** A made-up item whose key stands at `place` and is longest or shortest. */
const made = (place: number, length: 'longest' | 'shortest') =>
  ({
    type: 'single-choice',
    choices: [0, 1, 2, 3].map((at) => ({
      ...(at === place ? { key: true } : {}),
      zh: at === place && length === 'shortest' ? '短' : at === place ? '最长的选项' : `选项${at}`,
      en: at === place && length === 'shortest' ? 'x' : at === place ? 'the longest option' : `option ${at}`,
    })),
  }) as unknown as ItemEntry;

const bankOf = (places: readonly number[], longest: number) =>
  places.map((place, no) => made(place, no < longest ? 'longest' : 'shortest'));

describe('the banks of this repository', () => {
  it('are read without a problem', () => {
    expect(files.flatMap(({ problems }) => problems)).toEqual([]);
    expect(items.length).toBeGreaterThan(0);
  });

  it.each([...new Set(items.map(({ bank }) => bank))])('%s gives no hint by place or length of its keys', (bank) => {
    expect(hintsOf(entriesOf(bank))).toEqual([]);
  });

  it.each([...new Set(items.map(({ bank }) => bank))])('%s has true statements as well as false ones', (bank) => {
    expect(areStatementsOneSided(entriesOf(bank))).toBe(false);
  });
});

describe('the hints', () => {
  const even = Array.from({ length: 20 }, (_, no) => no % 4);

  it.each<[string, ItemEntry[], string[]]>([
    ['an even bank', bankOf(even, 5), []],
    ['keys that are often the longest', bankOf(even, 10), ['key longest in zh: 0.50', 'key longest in en: 0.50']],
    ['keys that are never the longest', bankOf(even, 0), ['key longest in zh: 0.00', 'key longest in en: 0.00']],
    [
      'keys that crowd at B',
      bankOf(
        even.map((place) => (place === 3 ? 1 : place)),
        5,
      ),
      ['key at B: 0.50', 'key at D: 0.00'],
    ],
    ['too few items to tell', bankOf(even.slice(1), 19), []],
  ])('of %s', (_, entries, hints) => {
    expect(hintsOf(entries)).toEqual(hints);
  });

  it.each<[boolean[], boolean]>([
    [[true, false], false],
    [[false, false], true],
    [[false], false],
    [[true, true, true, false, false, false, false], false],
    [[true, false, false, false, false, false], true],
  ])('of statements with the keys %j: %j', (keys, expected) => {
    expect(areStatementsOneSided(keys.map((key) => ({ type: 'true-false', key }) as ItemEntry))).toBe(expected);
  });
});
