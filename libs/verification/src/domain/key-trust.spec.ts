import { instant } from '@hz/kernel';
import fc from 'fast-check';
import { keyTrust } from './key-trust';

const at = (ms: number | null) => (ms === null ? null : instant(ms));

describe('P7: a key that was compromised', () => {
  it.each([
    // compromised, signed, logged
    [null, 1_000, null, 'trusted'],
    [null, 1_000, 1_001, 'trusted'],
    [2_000, 1_000, 1_001, 'trusted'],
    [2_000, 1_000, 1_999, 'trusted'],
    [2_000, 1_000, 2_000, 'unknown'],
    [2_000, 1_000, 9_000, 'unknown'],
    [2_000, 1_999, null, 'unknown'],
    [2_000, 2_000, null, 'compromised'],
    [2_000, 2_001, 2_002, 'compromised'],
    [2_000, 3_000, 1_000, 'compromised'],
  ] as const)('at %s, signed %s, logged %s: %s', (compromised, signed, logged, trust) => {
    const moments = { compromisedAt: at(compromised), signedAt: instant(signed), loggedAt: at(logged) };
    expect(keyTrust(moments)).toBe(trust);
  });

  it('is trusted no longer the earlier the compromise turns out to be', () => {
    const worse = ['trusted', 'unknown', 'compromised'];
    const moment = fc.integer({ min: 0, max: 50 });
    fc.assert(
      fc.property(moment, moment, moment, fc.option(moment), (earlier, later, signed, logged) => {
        const rest = { signedAt: instant(signed), loggedAt: at(logged) };
        const [first, second] = [Math.min(earlier, later), Math.max(earlier, later)].map((ms) =>
          worse.indexOf(keyTrust({ compromisedAt: instant(ms), ...rest })),
        );
        expect(first).toBeGreaterThanOrEqual(second!);
      }),
    );
  });
});
