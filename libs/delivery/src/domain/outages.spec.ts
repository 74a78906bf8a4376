import fc from 'fast-check';
import { instant, type Instant } from '@hz/kernel';
import type { Interval } from './intervals';
import {
  causeOf,
  holesOf,
  LEAST_INCIDENT_MS,
  lineBreaks,
  proposalsOf,
  silencesOf,
  type KnownIncident,
  type Watched,
} from './outages';

const S = 1_000;
const at = (seconds: number): Instant => instant(seconds * S);
const stretch = (from: number, to: number): Interval => ({ from: at(from), to: at(to) });
const shown = (list: readonly Interval[]) => list.map(({ from, to }) => [from / S, to / S]);
const working = (silences: Interval[], work = stretch(0, 3_600)): Watched => ({ work, silences });

describe("the platform's pulse", () => {
  it.each([
    ['whole', [stretch(0, 600)], []],
    ['a hole in it', [stretch(0, 120), stretch(540, 600)], [[120, 540]]],
    ['another node beat meanwhile', [stretch(0, 120), stretch(540, 600), stretch(60, 560)], []],
    ['a stop that is too short for a hole', [stretch(0, 120), stretch(131, 600)], []],
    ['it has stopped', [stretch(0, 120)], [[120, 600]]],
    ['a single beat after the hole', [stretch(0, 120), stretch(590, 590)], [[120, 590]]],
    ['nothing is known before the first beat', [stretch(300, 600)], []],
    ['nothing is known at all', [], []],
  ])('%s', (_, pulse, holes) => {
    const found = holesOf(pulse, stretch(0, 600)).map(({ from, to }) => [Math.round(from / S), Math.round(to / S)]);
    expect(found).toEqual(holes);
  });
});

describe('the silences of an attempt', () => {
  it('are gaps between beats in which nothing was saved either', () => {
    expect(shown(silencesOf([stretch(0, 200)], []))).toEqual([[0, 200]]);
    expect(silencesOf([stretch(0, 200)], [at(30), at(70), at(110), at(150), at(190)])).toEqual([]);
    expect(silencesOf([stretch(0, 200)], [at(100)])).toHaveLength(2);
    expect(silencesOf([stretch(0, 44)], [])).toEqual([]);
  });
});

describe('P13: what a silence says', () => {
  const holes = [stretch(100, 400)];
  const away = stretch(80, 410);

  it('a hole in the pulse makes it ours, many together make it the line’s, one alone is one’s own', () => {
    expect(causeOf(away, holes, [])).toBe('platform');
    expect(causeOf(stretch(900, 1_000), holes, [stretch(910, 990)])).toBe('line');
    expect(causeOf(stretch(900, 1_000), holes, [])).toBe('own');
  });

  it('a line is broken when enough of those at work are silent together, and only then', () => {
    const three = [working([stretch(100, 400)]), working([stretch(110, 410)]), working([stretch(90, 390)])];
    expect(shown(lineBreaks(three, []))).toEqual([[110, 390]]);
    expect(lineBreaks(three.slice(1), [])).toEqual([]);
    const many = Array.from({ length: 13 }, () => working([]));
    expect(lineBreaks([...three, ...many], [])).toEqual([]);
    expect(lineBreaks([...three, ...many.slice(0, 12)], [])).toHaveLength(1);
    // Those who had not begun, or were done, are not counted.
    const done = many.map(() => working([], stretch(500, 900)));
    expect(lineBreaks([...three, ...done], [])).toHaveLength(1);
  });

  it('one after the other is no break, and neither is what the platform did', () => {
    const inTurn = [0, 1, 2, 3, 4].map((n) => working([stretch(n * 100, n * 100 + 100)]));
    expect(lineBreaks(inTurn, [])).toEqual([]);
    const three = Array.from({ length: 3 }, () => working([away]));
    expect(lineBreaks(three, holes)).toEqual([]);
    expect(shown(lineBreaks(three, [stretch(100, 200)]))).toEqual([[200, 410]]);
  });

  it('never finds a break outside of the silences that make it, whatever they are', () => {
    const silence = fc
      .tuple(fc.nat(2_000), fc.integer({ min: 46, max: 600 }))
      .map(([from, length]) => stretch(from, from + length));
    const attempts = fc.array(
      fc.array(silence, { maxLength: 3 }).map((silences) => working(silences)),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(attempts, fc.array(silence, { maxLength: 2 }), (watched, holesThen) => {
        for (const { from, to } of lineBreaks(watched, holesThen)) {
          expect(to - from).toBeGreaterThanOrEqual(LEAST_INCIDENT_MS);
          const middle = (from + to) / 2;
          const covering = ({ silences }: Watched) => silences.some((one) => one.from <= middle && middle < one.to);
          expect(watched.filter(covering).length).toBeGreaterThanOrEqual(3);
          expect(holesThen.some((hole) => hole.from <= middle && middle < hole.to)).toBe(false);
        }
      }),
    );
  });
});

describe('proposals', () => {
  const known = (change: Partial<KnownIncident<string>>): KnownIncident<string> => ({
    id: 'a',
    kind: 'platform',
    beganAt: at(100),
    endedAt: at(400),
    isOpenProposal: true,
    ...change,
  });
  const hole = [stretch(100, 400)];

  it.each<[string, Interval[], KnownIncident<string>[], ReturnType<typeof proposalsOf<string>>]>([
    ['a new one', hole, [], [{ id: null, beganAt: at(100), endedAt: at(400) }]],
    ['one that lasts', [stretch(100, 1_000)], [], [{ id: null, beganAt: at(100), endedAt: null }]],
    ['nothing new', hole, [known({})], []],
    ['one that has ended since', hole, [known({ endedAt: null })], [{ id: 'a', beganAt: at(100), endedAt: at(400) }]],
    ['one that has grown', [stretch(90, 500)], [known({})], [{ id: 'a', beganAt: at(90), endedAt: at(500) }]],
    ['what was dismissed', hole, [known({ isOpenProposal: false })], []],
    ['what a person opened, of whatever kind', hole, [known({ kind: 'room', isOpenProposal: false })], []],
    [
      'what goes on after a decision',
      [stretch(100, 600)],
      [known({ isOpenProposal: false })],
      [{ id: null, beganAt: at(400), endedAt: at(600) }],
    ],
    ['a rest too short to bother anybody', [stretch(100, 420)], [known({ isOpenProposal: false })], []],
  ])('%s', (_, found, incidents, expected) => {
    expect(proposalsOf('platform', found, incidents, at(1_000))).toEqual(expected);
  });
});
