import type { CertificateStatus } from '../contract';
import { currentOfEach } from './public-page';

const certificate = (number: string, achievementId: string, status: CertificateStatus) => ({
  number,
  achievementId,
  status,
});

describe('what a holder’s page can tell of', () => {
  it('is the current certificate of each achievement; what is revoked or on its way is not there', () => {
    const found = currentOfEach([
      certificate('5', 'renewed', 'issuing'),
      certificate('4', 'renewed', 'valid'),
      certificate('3', 'renewed', 'superseded'),
      certificate('2', 'revoked', 'revoked'),
      certificate('1', 'ended', 'expired'),
      certificate('0', 'paused', 'suspended'),
    ]);
    expect(found.map(({ number }) => number)).toEqual(['4', '1', '0']);
  });
});
