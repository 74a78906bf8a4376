import { createHash, createHmac } from 'node:crypto';
import { acknowledgementMac, isAcknowledged } from './acknowledgement';

const KEY = 'the-key-of-the-lease';
const ID = '01900000-0000-7000-8000-000000000001';
const save = { seq: 57, value: { s2: 't1', s1: 't2' } };

describe('F25: an acknowledgement', () => {
  it('is what any implementation of HMAC-SHA-256 gives', () => {
    const digest = createHash('sha256').update('{"s1":"t2","s2":"t1"}').digest('hex');
    const mac = createHmac('sha256', KEY).update(`${ID}:57:${digest}`).digest('hex');
    expect(acknowledgementMac(KEY, ID, save.seq, save.value)).toBe(mac);
    expect(isAcknowledged(KEY, ID, save, { seq: 57, mac })).toBe(true);
  });

  it.each([
    ['another number', KEY, ID, { ...save, seq: 58 }],
    ['another value', KEY, ID, { seq: 57, value: { s1: 't1', s2: 't1' } }],
    ['another attempt', KEY, ID.replace('1', '2'), save],
    ['another key', 'a-portal-guesses', ID, save],
  ])('does not stand for %s', (_, key, id, wanted) => {
    const mac = acknowledgementMac(KEY, ID, save.seq, save.value);
    expect(isAcknowledged(key, id, wanted, { seq: wanted.seq, mac })).toBe(false);
    expect(isAcknowledged(KEY, ID, save, { seq: 56, mac })).toBe(false);
  });
});
