import { instant } from '@hz/kernel';
import { CHECK_OUTCOMES } from '../contract';
import { judge, type Findings } from './judge';
import { maskedName, nameKey, normalizedCertificateNumber } from './names';

const now = instant(1_000);
const good: Findings = { signature: 'passed', status: 'valid', validFrom: instant(500), expiresAt: instant(2_000) };

describe('P7: the answer', () => {
  it.each([
    [{}, 'valid', null],
    [{ expiresAt: null }, 'valid', null],
    [{ signature: 'failed' }, 'not-valid', 'altered'],
    [{ signature: 'unknown' }, 'cannot-determine', 'signature-unavailable'],
    [{ status: 'revoked' }, 'not-valid', 'revoked'],
    [{ status: 'suspended' }, 'not-valid', 'suspended'],
    [{ status: 'superseded' }, 'not-valid', 'superseded'],
    [{ status: 'unknown' }, 'cannot-determine', 'status-unavailable'],
    [{ expiresAt: instant(1_000) }, 'not-valid', 'expired'],
    [{ validFrom: instant(1_001) }, 'not-valid', 'not-yet-valid'],
    [{ status: 'unknown', expiresAt: instant(900) }, 'not-valid', 'expired'],
    [{ status: 'revoked', signature: 'unknown' }, 'not-valid', 'revoked'],
  ] as [Partial<Findings>, string, string | null][])('%j → %s (%s)', (change, answer, reason) => {
    expect(judge({ ...good, ...change }, now)).toMatchObject({ answer, reason });
  });

  it('is never "valid" unless every single check passed', () => {
    for (const signature of CHECK_OUTCOMES) {
      for (const status of ['valid', 'suspended', 'revoked', 'superseded', 'unknown'] as const) {
        for (const expiresAt of [null, instant(500), instant(5_000)]) {
          const { answer, checks } = judge({ ...good, signature, status, expiresAt }, now);
          expect(answer === 'valid').toBe(checks.every(({ outcome }) => outcome === 'passed'));
        }
      }
    }
  });

  it('reads names and numbers as people type them', () => {
    expect(nameKey('阿依古丽 · 买买提')).toBe(nameKey('阿依古丽买买提'));
    expect(nameKey('ＷＡＮＧ Xiaoming')).toBe('wangxiaoming');
    expect(maskedName('王小明')).toBe('王**');
    expect(normalizedCertificateNumber(' hz2026134000001x ')).toBe('HZ-2026-134-000001-X');
    expect(normalizedCertificateNumber('ＨＺ-2026-134-000001-X')).toBe('HZ-2026-134-000001-X');
  });
});
