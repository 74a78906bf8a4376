import { performance } from 'node:perf_hooks';
import { instant } from '@hz/kernel';
import { MatchingRepository } from '../../libs/verification/src/persistence/matching.repository';
import { PublishedRepository } from '../../libs/verification/src/persistence/published.repository';
import { HOLDER, published } from '../../libs/verification/src/testing/published.fixture';
import { ANONYMOUS, Api } from './support/api';

const NUMBER = 'HZ-2026-124-000001-X';
/** Each looks like the others to whoever asks. */
const QUESTIONS = {
  'unknown number': { number: 'HZ-2026-124-000002-X', name: HOLDER },
  'wrong name': { number: NUMBER, name: '欧阳小明' },
  'wrong code': { number: NUMBER, code: 'q3X-nm5rV2sC0pQd8aLw1h' },
  'unknown number with code': { number: 'HZ-2026-124-000002-X', code: 'q3X-nm5rV2sC0pQd8aLw1h' },
};
type Kind = keyof typeof QUESTIONS;
const KINDS = Object.keys(QUESTIONS) as Kind[];
const PAIRS = [
  ['unknown number', 'wrong name'],
  ['unknown number with code', 'wrong code'],
] as const;
const ROUNDS = 60;
/** Medians of interleaved calls lie closer together than this where the work is the same. */
const BOUND = 1.25;

describe('nobody finds out numbers or names by asking', () => {
  let api: Api;
  beforeAll(async () => {
    api = await Api.start();
    await published({ module: api.app } as never, { now: () => instant(Date.now() - 60_000) } as never, NUMBER);
  }, 120_000);
  afterAll(() => api.stop());

  const ask = (kind: Kind) => api.call(ANONYMOUS, 'POST', '/api/v1/verifications', QUESTIONS[kind]);

  /** The median time in ms of each kind; the kinds take turns, in another order each round. */
  async function medians(rounds: number): Promise<Record<Kind, number>> {
    const times = Object.fromEntries(KINDS.map((kind) => [kind, [] as number[]])) as Record<Kind, number[]>;
    for (let round = 0; round < rounds; round += 1) {
      if (round % 20 === 0) await api.forgetLimits();
      for (let turn = 0; turn < KINDS.length; turn += 1) {
        const kind = KINDS[(turn + round) % KINDS.length]!;
        const began = performance.now();
        const { status } = await ask(kind);
        times[kind].push(performance.now() - began);
        expect(status).toBe(200);
      }
    }
    const median = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)]!;
    return Object.fromEntries(KINDS.map((kind) => [kind, median(times[kind])])) as Record<Kind, number>;
  }
  /** How far the kinds lie apart at least, of three times: what other work on the machine adds comes and goes, what the code does stays. */
  async function alwaysApart(): Promise<number> {
    const found: number[] = [];
    for (let time = 0; time < 3; time += 1) found.push(apart(await medians(ROUNDS)));
    return Math.min(...found);
  }
  const apart = (found: Record<Kind, number>) =>
    Math.max(...PAIRS.map(([a, b]) => Math.max(found[a] / found[b], found[b] / found[a])));

  it('the answers are the same but for the moment', async () => {
    const shown = await Promise.all(
      KINDS.map(async (kind) => {
        const { status, headers, body } = await ask(kind);
        const { date: _, 'x-request-id': __, ...rest } = headers;
        return { status, rest, body: body.toString().replace(/"checkedAt":\d+/, '') };
      }),
    );
    for (const one of shown) expect(one).toEqual(shown[0]);
    expect(shown[0]!.body).toContain('"reason":"not-found"');
  });

  it('they take the same time; one that looked the number up first would be seen', async () => {
    await medians(10);
    expect(await alwaysApart()).toBeLessThan(BOUND);
    const numbers = api.get(PublishedRepository);
    const matching = api.get(MatchingRepository);
    const find = matching.find.bind(matching);
    // As it is easily written: the number first, and what belongs to it when it is there.
    matching.find = async (asked) => {
      if ((await numbers.byNumber(asked.number)) === null) return null;
      for (let look = 0; look < 3; look += 1) await numbers.byNumber(asked.number);
      return find(asked);
    };
    expect(await alwaysApart()).toBeGreaterThan(BOUND);
    matching.find = find;
  }, 120_000);
});
