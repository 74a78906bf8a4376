import { ends, reachable } from '@hz/kernel';
import { CERTIFICATE_LIFE, CERTIFICATE_STATUSES } from './certificate';

describe('the life of a certificate', () => {
  it('reaches every status, and ends where nothing leads back', () => {
    expect([...reachable(CERTIFICATE_LIFE, 'issuing')].sort()).toEqual([...CERTIFICATE_STATUSES].sort());
    expect(ends(CERTIFICATE_LIFE)).toEqual(['revoked', 'superseded']);
  });
});
