import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const ROLE = 'prompt-engineer';
const SKILL = 'prompt-design';

/** Two banks whose candidates see the same; all that differs between `A` and `B` is keys, rationales, rubrics and exemplars. */
export type Variant = 'A' | 'B';

/** Hands out secrets of 128 bits and remembers them. */
export class Canaries {
  readonly all: string[] = [];
  /** Secrets that are numbers, for the keys of numeric items. */
  readonly numbers: string[] = [];

  text(): string {
    const canary = randomBytes(16).toString('hex');
    this.all.push(canary);
    return canary;
  }

  both() {
    return { zh: this.text(), en: this.text() };
  }

  number(): string {
    const digits = [...randomBytes(30)].map((byte) => (byte % 9) + 1).join('');
    this.numbers.push(digits);
    return `0.${digits}`;
  }
}

const both = (text: string) => ({ zh: `${text}（中文）`, en: text });

/** Nine items, one of each type, whose keys hold canaries wherever a key can hold a text. */
export function bankOf(variant: Variant, canaries: Canaries): object {
  const first = variant === 'A';
  const turned = <T>(list: T[]): T[] => (first ? list : [...list].reverse());
  const item = (type: string, stem: string, rest: object, points = 2) => ({
    id: `e2e-${type}`,
    type,
    skill: SKILL,
    level: 'L4',
    cognitive: 'apply',
    pool: 'exam',
    facility: 0.6,
    points,
    seconds: 60,
    source: canaries.both(),
    rationale: canaries.both(),
    stem: both(stem),
    ...rest,
  });
  const option = (id: string, text: string, key: boolean) => ({
    id,
    ...both(text),
    ...(key && { key }),
    why: canaries.both(),
  });
  const steps = ['begin with the goal', 'write a draft', 'measure it', 'mend it'].map(both);
  const level = (points: number) => ({ points, ...canaries.both() });
  return {
    bank: ROLE,
    items: [
      item('single-choice', 'Which one is a few-shot prompt?', {
        choices: [
          option('A', 'task alone', first),
          option('B', 'task with examples', !first),
          option('C', 'none', false),
        ],
      }),
      item('multiple-response', 'Which of these help against hallucinations?', {
        scoring: 'right-minus-wrong',
        choices: [option('A', 'sources', first), option('B', 'more heat', !first), option('C', 'leave to doubt', true)],
      }),
      item('true-false', 'A higher temperature makes output steadier.', { key: first }),
      item('text-entry', 'What does CoT stand for?', { accept: [canaries.text(), canaries.text()] }),
      item('numeric-entry', 'What do 1500 tokens cost?', {
        answer: canaries.number(),
        tolerance: { absolute: canaries.number() },
        unit: both('CNY'),
      }),
      item('match', 'Match technique and use.', {
        scoring: 'share',
        pairs: turned(['bring in knowledge', 'reason in steps']).map((target, index) => ({
          source: both(['retrieval', 'chain of thought'][index]!),
          target: both(target),
        })),
        distractors: [both('cut latency')],
      }),
      item('order', 'Order the steps.', { scoring: 'adjacent-pairs', sequence: turned(steps) }),
      item('inline-choice', '[[g1]] sets randomness.', {
        scoring: 'share',
        gaps: {
          g1: {
            choices: [
              { id: 'A', ...both('temperature') },
              { id: 'B', ...both('seed') },
            ],
            key: first ? 'A' : 'B',
          },
        },
      }),
      item(
        'extended-text',
        'Write a prompt that sums up a call.',
        {
          maxLength: 1_200,
          rubric: [
            { id: 'c1', title: canaries.both(), levels: [level(0), level(1), level(2)] },
            { id: 'c2', title: canaries.both(), levels: [level(0), level(first ? 2 : 2)] },
          ],
          exemplar: canaries.both(),
        },
        4,
      ),
    ],
  };
}

/** A folder as LoadBanks reads it. JSON is YAML as well. */
export function bankFolder(bank: object): string {
  const folder = mkdtempSync(join(tmpdir(), 'hz-bank-'));
  mkdirSync(join(folder, 'items'));
  writeFileSync(join(folder, 'items', 'bank.yaml'), JSON.stringify(bank));
  return folder;
}

/** A blueprint that takes all nine items. */
export const BLUEPRINT = {
  title: both('Examination'),
  bank: ROLE,
  sections: [
    {
      id: 's1',
      component: 'theory' as const,
      title: both('Theory'),
      items: 6,
      types: ['single-choice', 'multiple-response', 'true-false', 'match', 'inline-choice', 'order'] as const,
      mix: [],
      exclude: [],
    },
    {
      id: 's2',
      component: 'practical' as const,
      title: both('Practical skills'),
      items: 3,
      types: ['text-entry', 'numeric-entry', 'extended-text'] as const,
      mix: [],
      exclude: [],
    },
  ],
};
