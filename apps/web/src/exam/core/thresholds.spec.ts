import { clockFace, crossedThreshold } from './thresholds';

const min = (minutes: number) => minutes * 60_000;

describe('P12 the clock speaks at thresholds only', () => {
  it.each([
    ['the first look says nothing', null, min(10), null],
    ['crossing 30 minutes', min(30) + 400, min(30) - 100, 30],
    ['reaching 30 minutes exactly', min(30) + 1, min(30), 30],
    ['between thresholds', min(29), min(28), null],
    ['crossing 10', min(10) + 1, min(10) - 1, 10],
    ['crossing 5', min(5) + 1, min(5) - 1, 5],
    ['crossing 1', min(1) + 1, min(1) - 1, 1],
    ['crossing several after sleep says the last', min(40), min(4), 5],
    ['the end is not a threshold', min(0) + 500, 0, null],
    ['a deadline that moved away is silent', min(4), min(20), null],
  ])('%s', (_, before, left, expected) => {
    expect(crossedThreshold(before, left)).toBe(expected);
  });

  it('says each threshold once in two hours of looking twice a second', () => {
    const said: number[] = [];
    for (let left = min(120); left > 0; left -= 500) {
      const crossed = crossedThreshold(left + 500, left);
      if (crossed !== null) said.push(crossed);
    }
    expect(said).toEqual([30, 10, 5, 1]);
  });
});

it.each([
  [3_909_000, '1:05:09'],
  [1_470_000, '24:30'],
  [59_001, '1:00'],
  [1, '0:01'],
  [0, '0:00'],
  [-5, '0:00'],
])('shows %d ms as %s', (left, face) => {
  expect(clockFace(left)).toBe(face);
});
