import { ends, mayBecome, reachable } from '@hz/kernel';
import { SESSION_STATUSES } from '../contract';
import { SESSION_LIFE } from './session-life';

describe('the life of a session', () => {
  it('reaches every state from draft and ends in released or cancelled', () => {
    expect(reachable(SESSION_LIFE, 'draft')).toEqual(new Set(SESSION_STATUSES));
    expect(ends(SESSION_LIFE).sort()).toEqual(['cancelled', 'released']);
  });

  it.each([
    ['closed', 'open'],
    ['released', 'closed'],
    ['draft', 'released'],
    ['closed', 'cancelled'],
  ] as const)('never goes from %s to %s', (from, to) => {
    expect(mayBecome(SESSION_LIFE, from, to)).toBe(false);
  });
});
