import { spawnSync } from 'node:child_process';
import { createPublicKey, verify } from 'node:crypto';
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'koffi';
import { SignerUnavailable } from './key-store';
import { Pkcs11KeyStore } from './pkcs11-key-store';
import { isSignedBy } from './signer';

const MODULE = '/usr/lib/softhsm/libsofthsm2.so';
// Where SoftHSM2 is missing and cannot be installed, the set-up says so, and the tests count as skipped.
const test = existsSync(MODULE) ? it : it.skip;

const MESSAGE = Buffer.from('certificate');
const folder = mkdtempSync(join(tmpdir(), 'hz-token-'));
const tokens = join(folder, 'tokens');
const settings = { kind: 'pkcs11', module: MODULE, token: 'hengzheng', pin: '4711-0815' } as const;

/** The library reads its settings from the environment of the process, which `process.env` of a test only copies. */
function initToken(): void {
  const conf = join(folder, 'softhsm2.conf');
  writeFileSync(conf, `directories.tokendir = ${tokens}\nobjectstore.backend = file\nlog.level = ERROR\n`);
  spawnSync('mkdir', [tokens]);
  load('libc.so.6').func('int setenv(const char *, const char *, int)')('SOFTHSM2_CONF', conf, 1);
  const init = ['--init-token', '--free', '--label', settings.token, '--pin', settings.pin, '--so-pin', '12345678'];
  const { status, stderr } = spawnSync('softhsm2-util', init, {
    env: { ...process.env, SOFTHSM2_CONF: conf },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}

describe('keys on a PKCS #11 token', () => {
  let store: Pkcs11KeyStore;

  beforeAll(async () => {
    if (!existsSync(MODULE)) return;
    initToken();
    store = new Pkcs11KeyStore(settings);
    await store.check();
  });
  afterAll(async () => {
    await store?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('an Ed25519 key is made once and signs what anybody can check', async () => {
    const key = await store.create('credential-1', 'ed25519');
    expect(key).toHaveLength(32);
    expect(await store.create('credential-1', 'ed25519')).toEqual(key);
    expect(await store.publicKey('credential-1', 'ed25519')).toEqual(key);
    const signature = await store.sign('credential-1', 'ed25519', MESSAGE);
    expect(isSignedBy(key, MESSAGE, signature)).toBe(true);
    expect(await store.sign('credential-1', 'ed25519', MESSAGE)).toEqual(signature);
  });

  test('an RSA key signs documents, the same bytes each time', async () => {
    const spki = await store.create('pdf-1', 'rsa-sha256');
    const signature = await store.sign('pdf-1', 'rsa-sha256', MESSAGE);
    const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
    expect(verify('sha256', MESSAGE, key, signature)).toBe(true);
    expect(await store.sign('pdf-1', 'rsa-sha256', MESSAGE)).toEqual(signature);
  });

  test('many at once take turns', async () => {
    const messages = Array.from({ length: 40 }, (_, n) => Buffer.from(`certificate ${n}`));
    const key = await store.publicKey('credential-1', 'ed25519');
    const signatures = await Promise.all(messages.map((message) => store.sign('credential-1', 'ed25519', message)));
    expect(signatures.every((signature, n) => isSignedBy(key, messages[n]!, signature))).toBe(true);
  });

  test('a key that the token does not have signs nothing', async () => {
    await expect(store.sign('nobody', 'ed25519', MESSAGE)).rejects.toBeInstanceOf(SignerUnavailable);
  });

  test('F38: while the token is away nothing is signed; when it is back, signing goes on with the same key', async () => {
    const key = await store.publicKey('credential-1', 'ed25519');
    renameSync(tokens, `${tokens}.away`);
    await store.close();
    await expect(store.sign('credential-1', 'ed25519', MESSAGE)).rejects.toBeInstanceOf(SignerUnavailable);
    renameSync(`${tokens}.away`, tokens);
    expect(isSignedBy(key, MESSAGE, await store.sign('credential-1', 'ed25519', MESSAGE))).toBe(true);
  });

  test.each<[string, Partial<Record<'pin' | 'token' | 'module', string>>, string]>([
    ['a wrong PIN', { pin: '0000-0000' }, 'PKCS11_PIN'],
    ['a token that is not there', { token: 'another' }, 'PKCS11_TOKEN'],
    ['a library that is not there', { module: '/nowhere/lib.so' }, 'PKCS11_MODULE'],
  ])('%s stops the start with one sentence that holds no secret', async (_, changed, setting) => {
    // A library has one session for the whole process: who is signed in already is not asked for the PIN again.
    await store.close();
    const other = new Pkcs11KeyStore({ ...settings, ...changed });
    const refused: Error = await other.check().then(
      () => new Error('was not refused'),
      (error: Error) => error,
    );
    await other.close();
    expect(refused.message).toContain(setting);
    expect(refused.message).not.toContain(changed.pin ?? settings.pin);
  });
});
