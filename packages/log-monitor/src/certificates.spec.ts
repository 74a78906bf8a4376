import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SmallLog } from '../testing/small-log';
import { checkCertificates } from './certificates';
import { logKeyOf } from './checkpoint';
import { OwnCopy } from './copy';
import { follow } from './follow';
import { canonicalJson, leafText } from './leaf';
import { credentialHash } from './log-proof';
import { LogSource } from './log-source';

const AT = '2026-09-01T01:00:00.000Z';
const credential = {
  id: 'https://hz.example/verify/HZ-1',
  name: '数据标注员',
  grade: 1.5,
  nested: { b: [1, 2], a: null },
};

let log: SmallLog;
let folder: string;
let copy: OwnCopy;
let opening: object;
let index: number;

beforeEach(async () => {
  log = await new SmallLog().start();
  folder = mkdtempSync(join(tmpdir(), 'hz-monitor-'));
  copy = new OwnCopy(join(folder, 'state'));
  const salt = Buffer.alloc(32, 5);
  const committed = { credentials: [credentialHash(credential), 'f'.repeat(64)], number: 'HZ-1' };
  const commitment = createHash('sha256').update(salt).update(canonicalJson(committed)).digest('hex');
  opening = { at: AT, committed, kind: 'issue', salt: salt.toString('base64') };
  log.append(100);
  index = log.leaves.push(Buffer.from(leafText('issue', AT, commitment))) - 1;
  log.append(60);
  await follow(new LogSource(log.url), [logKeyOf(log.key)], copy);
});
afterEach(() => {
  log.stop();
  copy.close();
  rmSync(folder, { recursive: true });
});

function handedIn(proof: string | null, document: object = credential) {
  writeFileSync(join(folder, 'c.json'), JSON.stringify(document, null, 2));
  if (proof !== null) writeFileSync(join(folder, 'c.tlog-proof'), proof);
  return checkCertificates(folder, copy, [logKeyOf(log.key)]);
}

it('finds the leaf of a certificate, however its JSON is laid out', () => {
  expect(handedIn(log.proof(index, opening))).toEqual({ found: 1, alarms: [] });
});

it.each([
  ['without a proof', () => handedIn(null), 'no proof that opens'],
  ['without an opening', () => handedIn(log.proof(index, {})), 'no proof that opens'],
  [
    'with a changed credential',
    () => handedIn(log.proof(index, opening), { ...credential, name: '算法工程师' }),
    'another certificate',
  ],
  ['with the proof of another place', () => handedIn(log.proof(index + 1, opening)), 'does not lead'],
  [
    'with a checkpoint of a stranger',
    () => handedIn(log.proof(index, opening, new SmallLog().checkpoint())),
    'pinned key',
  ],
])('alarms on a certificate %s', (_, check, why) => {
  expect(check()).toMatchObject({ found: 0, alarms: [{ kind: 'no-leaf', detail: expect.stringContaining(why) }] });
});

it('alarms on a fork when the proof of a certificate holds, but in a tree that nobody else was shown', () => {
  log.leaves[3] = Buffer.from('another leaf');
  expect(handedIn(log.proof(index, opening)).alarms).toMatchObject([{ kind: 'fork' }]);
});

it('alarms when the leaf lies behind what the log has shown so far', () => {
  log.append(1);
  log.leaves.push(log.leaves[index]!);
  expect(handedIn(log.proof(log.leaves.length - 1, opening)).alarms).toMatchObject([{ kind: 'no-leaf' }]);
});
