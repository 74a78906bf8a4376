import { outcomeOf } from './outcome';
import { PAUSES_MS } from './schedule';

describe('what follows from an attempt', () => {
  it.each([
    [200, 1, { status: 'delivered' }],
    [204, 9, { status: 'delivered' }],
    [301, 1, { status: 'open', pauseMs: PAUSES_MS[0] }],
    [500, 2, { status: 'open', pauseMs: PAUSES_MS[1] }],
    [null, 1, { status: 'open', pauseMs: PAUSES_MS[0] }],
    [410, 1, { status: 'failed', disable: 'gone' }],
    [500, PAUSES_MS.length + 1, { status: 'failed', disable: 'failing' }],
  ])('%s at attempt %i', (httpStatus, failed, expected) => {
    expect(outcomeOf({ httpStatus }, failed, 0.5)).toEqual(expected);
  });
});
