import { createHash } from 'node:crypto';
import { checkCharacterOf, instant } from '@hz/kernel';
import { CODE, HOLDER, published } from '../../libs/verification/src/testing/published.fixture';
import { ANONYMOUS, Api } from './support/api';

/** `npm run guess:certificates` makes a hundred thousand. */
const GUESSES = Number(process.env['HZ_GUESSES'] ?? 2_000);
const AT_ONCE = 8;
/** Fewer than one address may ask, and than one number may be asked wrongly: the limits are tried elsewhere, here guesses get through. */
const BETWEEN_LIMITS = 100;
const SURNAMES = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const GIVEN = [
  '伟',
  '芳',
  '娜',
  '敏',
  '静',
  '丽',
  '强',
  '磊',
  '军',
  '洋',
  '勇',
  '艳',
  '杰',
  '娟',
  '涛',
  '明',
  '晓明',
  '小明',
];
const REAL = 5;

interface Guess {
  readonly number: string;
  readonly name?: string;
  readonly code?: string;
}

const numberAt = (place: number): string => {
  const body = `HZ-2026-124-${String(place).padStart(6, '0')}`;
  return `${body}-${checkCharacterOf(body)}`;
};

/** The same guess for the same place in every run. */
const chanceAt = (place: number): Buffer => createHash('sha256').update(`guess ${place}`).digest();

/** What somebody tries who knows how numbers are made, which names are common, and what a code looks like. */
function guessAt(place: number): Guess {
  const chance = chanceAt(place);
  const name = SURNAMES[chance[0]! % SURNAMES.length]! + GIVEN[chance[1]! % GIVEN.length]!;
  const code = chance.toString('base64url').slice(0, CODE.length);
  const [issued, never] = [numberAt(1 + (place % REAL)), numberAt(REAL + 1 + place)];
  const guesses: readonly Guess[] = [
    { number: issued, name },
    { number: issued, code },
    { number: never, name: HOLDER },
    { number: never, code: CODE },
    { number: `${issued.slice(0, -1)}${chance[2]! % 10}`, code },
    { number: chance.toString('hex').slice(0, 20), name },
  ];
  return guesses[place % guesses.length]!;
}

describe('P9: certificates are not found by guessing', () => {
  let api: Api;
  beforeAll(async () => {
    api = await Api.start();
    const yesterday = { now: () => instant(Date.now() - 86_400_000) };
    for (let place = 1; place <= REAL; place += 1) {
      await published({ module: api.app } as never, yesterday as never, numberAt(place));
    }
  }, 120_000);
  afterAll(() => api.stop());

  /** Everything of an answer by which one could be told from another. */
  async function seen(guess: Guess): Promise<string> {
    const { status, headers, body } = await api.call(ANONYMOUS, 'POST', '/api/v1/verifications', guess);
    const { date: _, 'x-request-id': __, ...rest } = headers;
    return JSON.stringify([status, rest, body.toString().replace(/"checkedAt":\d+/, '')]);
  }

  it(
    `none of ${GUESSES} guesses finds one, and the answers are one answer`,
    async () => {
      const answers = new Map<string, number>();
      for (let from = 0; from < GUESSES; from += BETWEEN_LIMITS) {
        await api.forgetLimits();
        for (let at = from; at < Math.min(from + BETWEEN_LIMITS, GUESSES); at += AT_ONCE) {
          const turn = Array.from({ length: AT_ONCE }, (_, no) => seen(guessAt(at + no)));
          for (const answer of await Promise.all(turn)) answers.set(answer, (answers.get(answer) ?? 0) + 1);
        }
      }
      const [[only]] = [...answers] as [[string, number]];
      expect([...answers.keys()]).toEqual([only]);
      expect(only).toContain('not-found');
      expect(answers.get(only)).toBeGreaterThanOrEqual(GUESSES);
      process.stdout.write(`${answers.get(only)} guesses, ${answers.size} answer\n`);
    },
    60_000 + GUESSES * 20,
  );

  it('whoever knows the name or the code is answered, so the guesses were asked in the right way', async () => {
    await api.forgetLimits();
    for (const known of [
      { number: numberAt(1), name: HOLDER },
      { number: numberAt(REAL), code: CODE },
    ])
      expect(await seen(known)).toContain(HOLDER);
  });
});
