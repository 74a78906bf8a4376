import { points, type ResponseValue } from '@hz/kernel';
import { responseRuleSchema, type ResponseRule } from '../contract';
import { scoreItem } from './score-item';

type Row = [name: string, value: ResponseValue | undefined, points: string | null, verdict: string];

/** A golden table: the rule is fixed, each row is a response and what it must gain of `max`. */
function golden(title: string, rule: ResponseRule, max: string, rows: Row[]): void {
  describe(`${title} (${max} points)`, () => {
    it('has a valid rule', () => {
      expect(responseRuleSchema.parse(rule)).toEqual(rule);
    });
    it.each(rows)('%s', (_, value, gained, verdict) => {
      const outcome = scoreItem(rule, value, points(max));
      expect({ points: outcome.points, verdict: outcome.detail.verdict }).toEqual({ points: gained, verdict });
      expect(outcome.needsMarking).toBe(gained === null);
    });
  });
}

const decimal = (text: string) => text as never;

golden('single choice', { type: 'single-choice', key: 'B' }, '2', [
  ['the key', 'B', '2', 'right'],
  ['another option', 'A', '0', 'wrong'],
  ['an option that does not exist', 'Z', '0', 'wrong'],
  ['nothing', null, '0', 'unanswered'],
  ['no entry at all', undefined, '0', 'unanswered'],
  ['an empty text', ' ', '0', 'unanswered'],
  ['a list instead of an option', ['B'], '0', 'invalid'],
]);

golden('true/false', { type: 'true-false', key: false }, '1', [
  ['right', 'false', '1', 'right'],
  ['wrong', 'true', '0', 'wrong'],
  ['another word', 'no', '0', 'wrong'],
]);

const three = { type: 'multiple-response', keys: ['A', 'C', 'D'] } as const;
golden('multiple response, all or nothing', { ...three, keys: [...three.keys], policy: 'all-or-nothing' }, '3', [
  ['all keys in another order', ['D', 'A', 'C'], '3', 'right'],
  ['one missing', ['A', 'C'], '0', 'wrong'],
  ['one too many', ['A', 'B', 'C', 'D'], '0', 'wrong'],
  ['a key twice does not hide the missing one', ['A', 'A', 'C'], '0', 'wrong'],
  ['an empty list', [], '0', 'unanswered'],
  ['a text', 'A', '0', 'invalid'],
]);
golden('multiple response, right minus wrong', { ...three, keys: [...three.keys], policy: 'right-minus-wrong' }, '2', [
  ['all keys', ['A', 'C', 'D'], '2', 'right'],
  ['two keys', ['A', 'C'], '1.3333', 'partly'],
  ['two keys, one wrong', ['A', 'C', 'B'], '0.6667', 'partly'],
  ['every option of five', ['A', 'B', 'C', 'D', 'E'], '0.6667', 'partly'],
  ['one key, two wrong: not below zero', ['A', 'B', 'E'], '0', 'wrong'],
  ['a repeated key counts once', ['A', 'A', 'A'], '0.6667', 'partly'],
]);
golden(
  'multiple response, no wrong then share',
  { ...three, keys: [...three.keys], policy: 'no-wrong-then-share' },
  '3',
  [
    ['all keys', ['C', 'A', 'D'], '3', 'right'],
    ['one key', ['C'], '1', 'partly'],
    ['all keys and a wrong one', ['A', 'B', 'C', 'D'], '0', 'wrong'],
  ],
);

golden('text entry', { type: 'text-entry', accept: ['chain of thought', '思维链'], caseSensitive: false }, '2', [
  ['as written', 'chain of thought', '2', 'right'],
  ['other case and blanks', '  Chain  OF thought ', '2', 'right'],
  ['full-width letters', 'ｃｈａｉｎ　ｏｆ　ｔｈｏｕｇｈｔ', '2', 'right'],
  ['Chinese with a blank and a full stop', '思维 链。', '2', 'right'],
  ['another answer', 'chain of thoughts', '0', 'wrong'],
  ['only punctuation', '。', '0', 'wrong'],
]);
golden('text entry, case-sensitive', { type: 'text-entry', accept: ['maxTokens'], caseSensitive: true }, '1', [
  ['as written', 'maxTokens', '1', 'right'],
  ['other case', 'maxtokens', '0', 'wrong'],
  ['full width, same case', 'ｍａｘＴｏｋｅｎｓ', '1', 'right'],
]);

golden('numeric entry, exact', { type: 'numeric-entry', answer: decimal('1234.5') }, '2', [
  ['plain', '1234.5', '2', 'right'],
  ['trailing zero', '1234.50', '2', 'right'],
  ['thousands', '1,234.5', '2', 'right'],
  ['full width', '１，２３４．５', '2', 'right'],
  ['exponent', '1.2345e3', '2', 'right'],
  ['times ten', '1.2345 × 10^3', '2', 'right'],
  ['close is not equal', '1234.49', '0', 'wrong'],
  ['words', 'about 1234.5', '0', 'invalid'],
  ['groups in the wrong place', '12,34.5', '0', 'invalid'],
  ['an exponent without end', '1e999999999', '0', 'invalid'],
]);
golden(
  'numeric entry, absolute tolerance and unit',
  { type: 'numeric-entry', answer: decimal('0.3'), tolerance: { absolute: decimal('0.1') }, units: ['元', 'CNY'] },
  '1',
  [
    ['upper border, which binary floats miss', '0.4', '1', 'right'],
    ['lower border', '0.2', '1', 'right'],
    ['just outside', '0.4001', '0', 'wrong'],
    ['with a unit', '0.3 元', '1', 'right'],
    ['with a unit in another case', '0.3cny', '1', 'right'],
    ['with a foreign unit', '0.3 USD', '0', 'invalid'],
    ['the unit alone', '元', '0', 'invalid'],
  ],
);
golden(
  'numeric entry, relative tolerance of a negative answer',
  { type: 'numeric-entry', answer: decimal('-50'), tolerance: { relative: decimal('0.02') } },
  '1',
  [
    ['border', '-51', '1', 'right'],
    ['a typographic minus', '−49', '1', 'right'],
    ['outside', '-51.1', '0', 'wrong'],
    ['the sign matters', '50', '0', 'wrong'],
  ],
);
golden(
  'numeric entry, significant digits',
  { type: 'numeric-entry', answer: decimal('3.14159'), significantDigits: 3 },
  '1',
  [
    ['rounded', '3.14', '1', 'right'],
    ['more digits', '3.1416', '1', 'right'],
    ['rounds up to another value', '3.145', '0', 'wrong'],
    ['too few digits', '3.1', '0', 'wrong'],
  ],
);

const pairs = { s1: 'A', s2: 'B', s3: 'C' };
golden('match, share', { type: 'match', pairs, policy: 'share' }, '2', [
  ['all', { s1: 'A', s2: 'B', s3: 'C' }, '2', 'right'],
  ['two of three', { s1: 'A', s2: 'B', s3: 'D' }, '1.3333', 'partly'],
  ['one alone', { s2: 'B' }, '0.6667', 'partly'],
  ['unknown sources gain nothing', { s9: 'A', constructor: 'A' }, '0', 'wrong'],
  ['empty', {}, '0', 'unanswered'],
  ['a list', ['A', 'B', 'C'], '0', 'invalid'],
]);
golden('match, all or nothing', { type: 'match', pairs, policy: 'all-or-nothing' }, '2', [
  ['all', { s3: 'C', s1: 'A', s2: 'B' }, '2', 'right'],
  ['two of three', { s1: 'A', s2: 'B', s3: 'D' }, '0', 'wrong'],
]);
golden('inline choice, share', { type: 'inline-choice', gaps: { g1: 'A', g2: 'C' }, policy: 'share' }, '3', [
  ['both', { g1: 'A', g2: 'C' }, '3', 'right'],
  ['one', { g1: 'B', g2: 'C' }, '1.5', 'partly'],
]);

const sequence = ['A', 'B', 'C', 'D'];
golden('order, all or nothing', { type: 'order', sequence, policy: 'all-or-nothing' }, '2', [
  ['right', ['A', 'B', 'C', 'D'], '2', 'right'],
  ['two swapped', ['A', 'C', 'B', 'D'], '0', 'wrong'],
  ['an incomplete one', ['A', 'B', 'C'], '0', 'wrong'],
]);
golden('order, adjacent pairs', { type: 'order', sequence, policy: 'adjacent-pairs' }, '3', [
  ['right', ['A', 'B', 'C', 'D'], '3', 'right'],
  ['the last one first', ['D', 'A', 'B', 'C'], '2', 'partly'],
  ['backwards', ['D', 'C', 'B', 'A'], '0', 'wrong'],
  ['a run that holds every pair by repetition', ['A', 'B', 'A', 'B', 'C', 'D'], '0', 'invalid'],
  ['a foreign option', ['A', 'B', 'C', 'X'], '0', 'invalid'],
]);

golden('extended text', { type: 'extended-text' }, '10', [
  ['something written', '因为……', null, 'to-be-marked'],
  ['nothing written needs no marker', '   ', '0', 'unanswered'],
]);
