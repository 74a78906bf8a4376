import type { EntryOf, ItemEntry } from '../contract';

/** Something that the schema cannot say: where in the entry, and what is wrong. */
export interface EntryProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** The rules of question-banks/FORMAT.md that go beyond the form of an entry. Empty when all hold. */
export function checkEntry(entry: ItemEntry): EntryProblem[] {
  switch (entry.type) {
    case 'single-choice':
      return [
        ...checkOptions(entry),
        ...checkCount(entry, (keys) => keys === 1, 'exactly one option must have key: true'),
      ];
    case 'multiple-response':
      return [
        ...checkOptions(entry),
        ...checkCount(entry, (keys) => keys >= 2, 'two or more options must have key: true'),
        ...checkCount(entry, (keys) => keys < entry.choices.length, 'not every option can be a key'),
      ];
    case 'true-false':
    case 'text-entry':
      return [];
    case 'numeric-entry':
      return checkTolerance(entry);
    case 'match':
      return checkMatch(entry);
    case 'order':
      return repeated(entry.sequence.map(({ zh }) => zh)).map((index) => problem(['sequence', index], 'stands twice'));
    case 'inline-choice':
      return checkGaps(entry);
    case 'extended-text':
      return checkRubric(entry);
  }
}

type WithOptions = EntryOf<'single-choice' | 'multiple-response'>;

function checkOptions({ choices }: WithOptions): EntryProblem[] {
  return [
    ...repeated(choices.map(({ id }) => id)).map((index) => problem(['choices', index, 'id'], 'this id stands twice')),
    ...(['zh', 'en'] as const).flatMap((language) =>
      repeated(choices.map((choice) => choice[language].trim())).map((index) =>
        problem(['choices', index, language], 'this text stands twice'),
      ),
    ),
    ...choices.flatMap(({ why }, index) =>
      why === undefined ? [problem(['choices', index], 'why is missing: say why this option is right or wrong')] : [],
    ),
  ];
}

function checkCount({ choices }: WithOptions, holds: (keys: number) => boolean, message: string): EntryProblem[] {
  return holds(choices.filter(({ key }) => key === true).length) ? [] : [problem(['choices'], message)];
}

function checkTolerance({ tolerance }: EntryOf<'numeric-entry'>): EntryProblem[] {
  if (tolerance === undefined) return [];
  const amount = 'absolute' in tolerance ? tolerance.absolute : tolerance.relative;
  return amount.startsWith('-') ? [problem(['tolerance'], 'must not be negative')] : [];
}

function checkMatch({ pairs, distractors = [] }: EntryOf<'match'>): EntryProblem[] {
  const targets = pairs.map(({ target }) => target.zh.trim());
  const wrong = distractors.map(({ zh }) => zh.trim());
  return [
    ...repeated(pairs.map(({ source }) => source.zh.trim())).map((index) =>
      problem(['pairs', index, 'source'], 'this source stands twice'),
    ),
    ...repeated(wrong).map((index) => problem(['distractors', index], 'stands twice')),
    ...wrong.flatMap((text, index) =>
      targets.includes(text) ? [problem(['distractors', index], 'is also the target of a pair')] : [],
    ),
  ];
}

const GAP = /\[\[([^\]\s]+)\]\]/g;

function checkGaps({ gaps, stem }: EntryOf<'inline-choice'>): EntryProblem[] {
  const named = Object.keys(gaps).sort();
  const inStem = (['zh', 'en'] as const).flatMap((language) => {
    const found = [...stem[language].matchAll(GAP)].map(([, gap]) => gap!).sort();
    if (found.join() === named.join()) return [];
    return [
      problem(['stem', language], `holds the gaps ${found.join(', ') || 'none'}, but gaps: has ${named.join(', ')}`),
    ];
  });
  const inGaps = Object.entries(gaps).flatMap(([gap, { choices, key }]) => [
    ...(choices.some(({ id }) => id === key) ? [] : [problem(['gaps', gap, 'key'], 'is no option of this gap')]),
    ...repeated(choices.map(({ id }) => id)).map((index) =>
      problem(['gaps', gap, 'choices', index], 'this id stands twice'),
    ),
    ...repeated(choices.map(({ zh }) => zh)).map((index) =>
      problem(['gaps', gap, 'choices', index], 'this text stands twice'),
    ),
  ]);
  return [...inStem, ...inGaps];
}

function checkRubric({ rubric, points }: EntryOf<'extended-text'>): EntryProblem[] {
  const rising = rubric.flatMap(({ levels }, index) =>
    levels.some((level, no) => no > 0 && level.points <= levels[no - 1]!.points)
      ? [problem(['rubric', index, 'levels'], 'the points must rise from level to level')]
      : [],
  );
  // Four places at most, so whole ten-thousandths add up exactly.
  const most = rubric.reduce(
    (sum, { levels }) => sum + Math.max(...levels.map((level) => Math.round(level.points * 1e4))),
    0,
  );
  const sum =
    most === Math.round(points * 1e4)
      ? []
      : [problem(['rubric'], `the highest levels give ${most / 1e4} points, but the item has ${points}`)];
  return [
    ...repeated(rubric.map(({ id }) => id)).map((index) => problem(['rubric', index, 'id'], 'this id stands twice')),
    ...rising,
    ...sum,
  ];
}

/** The positions of texts that stand somewhere before already. */
function repeated(texts: readonly string[]): number[] {
  return texts.flatMap((text, index) => (texts.indexOf(text) < index ? [index] : []));
}

function problem(path: readonly (string | number)[], message: string): EntryProblem {
  return { path, message };
}
