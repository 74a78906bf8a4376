import { instant, MS_PER_DAY, plus, type Instant } from '@hz/kernel';
import { CERTIFICATE_STATUSES } from '../contract';
import { appealableUntil, mayAppeal, restoredUntil } from './appeal';

const REVOKED = instant(Date.UTC(2027, 4, 1));
const days = (count: number, from: Instant = REVOKED) => plus(from, count * MS_PER_DAY);

describe('an appeal', () => {
  it('is possible within thirty days of the revocation, the last moment included, and once', () => {
    const revoked = { status: 'revoked' as const, revokedAt: REVOKED };
    expect(appealableUntil(REVOKED)).toBe(days(30));
    expect(mayAppeal(revoked, false, days(30))).toBe(true);
    expect(mayAppeal(revoked, false, plus(days(30), 1))).toBe(false);
    expect(mayAppeal(revoked, true, days(1))).toBe(false);
  });

  it.each(CERTIFICATE_STATUSES.filter((status) => status !== 'revoked'))('is not possible against %s', (status) => {
    expect(mayAppeal({ status, revokedAt: null }, false, REVOKED)).toBe(false);
  });

  it('upheld, gives back the time that the revocation took, and ninety days at least', () => {
    expect(restoredUntil(days(400), REVOKED, days(20))).toBe(days(420));
    expect(restoredUntil(days(10), REVOKED, days(20))).toBe(days(110));
    expect(restoredUntil(days(-100), REVOKED, days(20))).toBe(days(110));
  });
});
