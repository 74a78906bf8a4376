import { distributionOf } from './distribution';
import { blockersOf, isReleasable } from './release';
import { verdictOfPoints } from './marker-score';
import { points } from '@hz/kernel';

const done = { started: 0, submitted: 12, scored: 12, openTasks: 0, unsettled: 0 };

describe('the release', () => {
  it.each([
    ['all is done', done, true],
    ['nobody came', { started: 0, submitted: 0, scored: 0, openTasks: 0, unsettled: 0 }, true],
    ['one still works', { ...done, started: 1 }, false],
    ['one is not scored', { ...done, scored: 11 }, false],
    ['one waits for a marker', { ...done, openTasks: 1 }, false],
    ['one is not settled', { ...done, unsettled: 1 }, false],
  ])('%s', (_, counts, releasable) => {
    expect(isReleasable(blockersOf(counts))).toBe(releasable);
  });

  it('counts what blocks it', () => {
    expect(blockersOf({ started: 2, submitted: 10, scored: 7, openTasks: 5, unsettled: 1 })).toEqual({
      running: 2,
      unscored: 3,
      toMark: 5,
      unsettled: 1,
    });
  });
});

describe('the distribution', () => {
  it('has ten steps; full marks fall in the last one', () => {
    const steps = distributionOf(
      new Map([
        [0, 1],
        [6, 4],
        [9, 2],
        [10, 3],
      ]),
    );
    expect(steps.map(({ results }) => results)).toEqual([1, 0, 0, 0, 0, 0, 4, 0, 0, 5]);
    expect(steps[9]).toEqual({ from: 90, to: 100, results: 5 });
  });
});

it.each([
  ['0', 'wrong'],
  ['2.5', 'partly'],
  ['5', 'right'],
])('%s of 5 points is %s', (gained, verdict) => {
  expect(verdictOfPoints(points(gained), points('5'))).toBe(verdict);
});
