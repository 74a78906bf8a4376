import { instant, MS_PER_DAY, plus } from '@hz/kernel';
import { reasonsByLists, reasonsByStatements, recheckDue, unexpectedOf } from './recheck';

/** Two o'clock at night in China. */
const NIGHT = instant(Date.UTC(2026, 10, 26, 18));
const HOUR = 3_600_000;

describe('the run of the night', () => {
  it.each([
    ['is due at once where there never was one', plus(NIGHT, 9 * HOUR), null, true],
    ['is due when two o’clock has come', NIGHT, plus(NIGHT, -MS_PER_DAY), true],
    ['is not due before', plus(NIGHT, -1), plus(NIGHT, -MS_PER_DAY), false],
    ['is not due again in the same night', plus(NIGHT, HOUR), NIGHT, false],
    ['is made up for in the morning', plus(NIGHT, 7 * HOUR), plus(NIGHT, -2 * MS_PER_DAY), true],
    ['counts one that was asked for in the same night', plus(NIGHT, 2 * HOUR), plus(NIGHT, HOUR), false],
    ['does not count one that was asked for on the day before', NIGHT, plus(NIGHT, -3 * HOUR), true],
  ])('%s', (_, now, last, due) => expect(recheckDue(now, last)).toBe(due));
});

describe('what verifiers must say', () => {
  it.each([
    ['valid', false, [], [], []],
    ['valid', true, [], ['expired'], ['expired']],
    ['expired', true, [], ['expired'], ['expired']],
    ['suspended', false, ['suspend'], ['suspended'], ['suspended']],
    ['revoked', false, ['revoke'], ['revoked'], ['revoked']],
    ['revoked', true, ['revoke'], ['revoked', 'expired'], ['revoked', 'expired']],
    ['superseded', false, ['supersede'], ['revoked'], ['superseded']],
    ['superseded', true, ['suspend', 'supersede'], ['revoked', 'expired'], ['superseded', 'expired']],
  ] as const)('of a %s certificate (ended: %s, statements: %j)', (status, ended, kinds, byLists, byStatements) => {
    expect(reasonsByLists(status, ended)).toEqual(byLists);
    expect(reasonsByStatements(status, ended, kinds)).toEqual(byStatements);
  });

  it.each([
    ['what is expected', { verdict: 'not-valid', reasons: ['revoked'] }, ['revoked'], []],
    ['a valid one', { verdict: 'valid', reasons: [] }, [], []],
    ['another reason', { verdict: 'not-valid', reasons: ['proof-broken'] }, [], ['proof-broken']],
    ['a revoked one that counts', { verdict: 'valid', reasons: [] }, ['revoked'], ['still-counts']],
    ['one reason for another', { verdict: 'not-valid', reasons: ['suspended'] }, ['revoked'], ['suspended']],
    ['one reason too few', { verdict: 'not-valid', reasons: ['expired'] }, ['revoked', 'expired'], ['still-counts']],
    ['no answer without a reason', { verdict: 'cannot-be-determined', reasons: [] }, [], ['unreadable']],
  ] as const)('%s', (_, answer, expected, faults) => expect(unexpectedOf(answer, expected)).toEqual(faults));
});
