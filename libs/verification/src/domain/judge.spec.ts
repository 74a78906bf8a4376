import { instant } from '@hz/kernel';
import { CHECK_OUTCOMES } from '../contract';
import { judge, type Findings } from './judge';

const now = instant(1_000);
const good: Findings = {
  holder: 'passed',
  issuer: 'passed',
  key: 'trusted',
  signature: 'passed',
  status: 'valid',
  period: { from: instant(500), until: instant(2_000) },
};
const period = (from: number, until: number | null) => ({
  period: { from: instant(from), until: until === null ? null : instant(until) },
});

describe('P7: the answer', () => {
  const cases: [Partial<Findings>, string, string | null][] = [
    [{}, 'valid', null],
    [{ holder: null }, 'valid', null],
    [period(500, null), 'valid', null],
    [period(1_000, 1_001), 'valid', null],
    [{ signature: 'failed' }, 'not-valid', 'altered'],
    [{ issuer: 'failed' }, 'not-valid', 'altered'],
    [{ status: 'revoked' }, 'not-valid', 'revoked'],
    [{ status: 'suspended' }, 'not-valid', 'suspended'],
    [{ status: 'superseded' }, 'not-valid', 'superseded'],
    [period(500, 1_000), 'not-valid', 'expired'],
    [{ signature: 'unknown' }, 'cannot-be-determined', 'signature-not-checked'],
    [{ issuer: 'unknown' }, 'cannot-be-determined', 'signature-not-checked'],
    [{ period: null }, 'cannot-be-determined', 'signature-not-checked'],
    [{ status: 'unknown' }, 'cannot-be-determined', 'status-not-checked'],
    [period(1_001, 2_000), 'cannot-be-determined', 'not-yet-valid'],
    [{ key: 'compromised' }, 'not-valid', 'key-compromised'],
    [{ key: 'unknown' }, 'cannot-be-determined', 'signed-before-compromise'],
    [{ key: 'unknown', status: 'revoked' }, 'not-valid', 'revoked'],
    [{ key: 'compromised', status: 'revoked' }, 'not-valid', 'key-compromised'],
    [{ key: 'compromised', signature: 'failed' }, 'not-valid', 'altered'],
    // What is certain comes before what is not.
    [{ status: 'unknown', ...period(1, 900) }, 'not-valid', 'expired'],
    [{ status: 'revoked', signature: 'unknown', period: null }, 'not-valid', 'revoked'],
    [{ status: 'revoked', signature: 'failed' }, 'not-valid', 'altered'],
    [{ status: 'revoked', ...period(1, 900) }, 'not-valid', 'revoked'],
  ];

  it.each(cases)('%j → %s (%s)', (change, verdict, reason) => {
    expect(judge({ ...good, ...change }, now)).toMatchObject({ verdict, reason });
  });

  it('is "valid" when, and only when, every single check passed; and any other answer has a reason', () => {
    const periods = [null, ...[period(500, 2_000), period(500, null), period(1, 900), period(1_500, 2_000)]];
    const keys = ['trusted', 'compromised', 'unknown'] as const;
    for (const [issuer, key] of CHECK_OUTCOMES.flatMap((one) => keys.map((key) => [one, key] as const))) {
      for (const signature of CHECK_OUTCOMES) {
        for (const status of ['valid', 'suspended', 'revoked', 'superseded', 'unknown'] as const) {
          for (const one of periods) {
            const found = judge({ ...good, issuer, key, signature, status, period: one?.period ?? null }, now);
            expect(found.verdict === 'valid').toBe(found.checks.every(({ outcome }) => outcome === 'passed'));
            expect(found.reason === null).toBe(found.verdict === 'valid');
          }
        }
      }
    }
  });
});
