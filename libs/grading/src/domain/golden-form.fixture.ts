import { points, type ComponentCode, type ResponseValue } from '@hz/kernel';
import type { OutcomeDetail, ResponseRule, Rubric, ScorableItem } from '@hz/scoring/contract';

/** One item of each type and policy, with a response, the points that it must gain and why. `null`: a marker decides. */
export interface GoldenItem {
  readonly item: ScorableItem;
  readonly response?: ResponseValue;
  readonly gains: string | null;
  readonly verdict: OutcomeDetail['verdict'];
}

export const GOLDEN_RUBRIC: Rubric = {
  criteria: [
    {
      id: 'c1',
      title: { zh: '任务说明' },
      levels: [
        { points: points('0'), text: { zh: '无' } },
        { points: points('2'), text: { zh: '部分' } },
        { points: points('4'), text: { zh: '完整' } },
      ],
    },
    {
      id: 'c2',
      title: { zh: '输出格式' },
      levels: [
        { points: points('0'), text: { zh: '无' } },
        { points: points('1.5'), text: { zh: '有' } },
      ],
    },
  ],
};

const rows: [
  ComponentCode,
  string,
  string,
  ResponseRule,
  ResponseValue | undefined,
  string | null,
  GoldenItem['verdict'],
][] = [
  ['theory', 'prompt-design', '2', { type: 'single-choice', key: 'B' }, 'B', '2', 'right'],
  ['theory', 'prompt-design', '2', { type: 'single-choice', key: 'B' }, 'A', '0', 'wrong'],
  ['theory', 'prompt-design', '2', { type: 'single-choice', key: 'B' }, undefined, '0', 'unanswered'],
  ['theory', 'prompt-design', '2', { type: 'single-choice', key: 'B' }, ['B'], '0', 'invalid'],
  [
    'theory',
    'evaluation',
    '3',
    { type: 'multiple-response', keys: ['A', 'C'], policy: 'all-or-nothing' },
    ['C', 'A'],
    '3',
    'right',
  ],
  [
    'theory',
    'evaluation',
    '3',
    { type: 'multiple-response', keys: ['A', 'C', 'D'], policy: 'right-minus-wrong' },
    ['A', 'C', 'B'],
    '1',
    'partly',
  ],
  [
    'theory',
    'evaluation',
    '3',
    { type: 'multiple-response', keys: ['A', 'C'], policy: 'no-wrong-then-share' },
    ['A'],
    '1.5',
    'partly',
  ],
  ['theory', 'statistics', '1', { type: 'true-false', key: false }, 'false', '1', 'right'],
  [
    'theory',
    'statistics',
    '1',
    { type: 'text-entry', accept: ['思维链', 'chain of thought'], caseSensitive: false },
    ' Ｃhain  of THOUGHT ',
    '1',
    'right',
  ],
  [
    'theory',
    'statistics',
    '2.5',
    { type: 'numeric-entry', answer: '0.75' as never, tolerance: { absolute: '0.01' as never } },
    '0.76',
    '2.5',
    'right',
  ],
  [
    'theory',
    'statistics',
    '2.5',
    { type: 'numeric-entry', answer: '0.75' as never, tolerance: { absolute: '0.01' as never } },
    '0.7601',
    '0',
    'wrong',
  ],
  [
    'practical',
    'evaluation',
    '2',
    { type: 'match', pairs: { s1: 't1', s2: 't2', s3: 't3' }, policy: 'share' },
    { s1: 't1', s2: 't3', s3: 't3' },
    '1.3333',
    'partly',
  ],
  [
    'practical',
    'prompt-design',
    '3',
    { type: 'order', sequence: ['a', 'b', 'c', 'd'], policy: 'adjacent-pairs' },
    ['b', 'c', 'd', 'a'],
    '2',
    'partly',
  ],
  [
    'practical',
    'prompt-design',
    '2',
    { type: 'inline-choice', gaps: { g1: 'A', g2: 'B' }, policy: 'share' },
    { g1: 'A' },
    '1',
    'partly',
  ],
  [
    'practical',
    'prompt-design',
    '5.5',
    { type: 'extended-text' },
    '请把下面的通话记录概括成三点……',
    null,
    'to-be-marked',
  ],
  ['practical', 'prompt-design', '5.5', { type: 'extended-text' }, ' \n ', '0', 'unanswered'],
];

export const GOLDEN_FORM: readonly GoldenItem[] = rows.map(
  ([component, skillId, possible, rule, response, gains, verdict], index) => ({
    item: { ref: `i${String(index + 1).padStart(2, '0')}`, component, skillId, points: points(possible), rule },
    ...(response !== undefined && { response }),
    gains,
    verdict,
  }),
);
