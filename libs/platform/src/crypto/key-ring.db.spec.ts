import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instant, plus } from '@hz/kernel';
import { UnitOfWork } from '../database/unit-of-work';
import { testContext, type TestContext } from '../testing';
import { FileKeyStore } from './file-key-store';
import { CompromiseInFuture, KeyNotFound, KeyRing } from './key-ring';
import { KeyRingRepository } from './key-ring.repository';
import { KeyStore, SignerUnavailable } from './key-store';
import { RingSigner } from './ring-signer';
import { SecretBox } from './secret-box';
import { isSignedBy, keyIdOf, Signer } from './signer';

const BYTES = Buffer.from('what is signed');
const nothing = () => Promise.resolve();
const folder = mkdtempSync(join(tmpdir(), 'hz-keys-'));
let context: TestContext;
const signer = () => context.module.get(RingSigner);
const ring = () => context.module.get(KeyRing);

/** A key file as it was written before keys had a history. */
const earlier = generateKeyPairSync('ed25519');
const earlierRaw = Buffer.from(earlier.publicKey.export({ format: 'jwk' }).x!, 'base64url');

beforeAll(async () => {
  const box = new SecretBox({ masterKey: Buffer.alloc(32, 7) });
  mkdirSync(join(folder, 'keys'));
  const der = earlier.privateKey.export({ format: 'der', type: 'pkcs8' });
  writeFileSync(join(folder, 'keys/credential.ed25519'), box.seal('signing-key', 'credential', der));
  context = await testContext([], { settings: { DATA_DIR: folder } });
}, 60_000);
afterAll(() => context.close());

describe('a ring of keys', () => {
  it('begins with the key file that was there', async () => {
    expect(await signer().publicKey('credential')).toEqual(new Uint8Array(earlierRaw));
    expect(isSignedBy(earlierRaw, BYTES, await signer().sign('credential', BYTES))).toBe(true);
    const [key, ...others] = await signer().keys('credential');
    expect(others).toEqual([]);
    expect(key).toMatchObject({ id: keyIdOf(earlierRaw), algorithm: 'ed25519', until: null, compromisedAt: null });
  });

  it('makes one first key however many ask for it at once, and another one for each purpose', async () => {
    const asked = await Promise.all(Array.from({ length: 12 }, () => signer().publicKey('log')));
    expect(new Set(asked.map((key) => keyIdOf(key))).size).toBe(1);
    expect(await signer().publicKey('receipt')).not.toEqual(asked[0]);
    expect(context.module.get(Signer)).toBe(signer());
  });

  it('signs with the new key after a rotation, and with the one before for what was begun', async () => {
    const before = await signer().publicKey('credential');
    context.clock.set(plus(context.clock.now(), 60_000));
    const made = await ring().rotate('credential', nothing);
    const keys = await signer().keys('credential');
    expect(keys.map(({ id }) => id)).toEqual([keyIdOf(before), made.id]);
    expect(keys[0]!.until).toBe(made.since);
    expect(isSignedBy(made.publicKey, BYTES, await signer().sign('credential', BYTES))).toBe(true);
    const repeat = await signer().sign('credential', BYTES, keyIdOf(before));
    expect(isSignedBy(before, BYTES, repeat)).toBe(true);
  });

  it('two rotations at once leave one current key and lose none', async () => {
    await Promise.all([ring().rotate('receipt', nothing), ring().rotate('receipt', nothing)]);
    const keys = await signer().keys('receipt');
    expect(keys).toHaveLength(3);
    expect(keys.filter(({ until }) => until === null)).toEqual([keys[2]]);
  });

  it('puts another key in the place of one that was compromised, which never signs again', async () => {
    const [, current] = await signer().keys('credential');
    const records: string[] = [];
    const at = instant(current!.since - 5_000);
    const marked = await ring().compromised(current!.id, at, async (_, key) => void records.push(key.id));
    expect(marked).toMatchObject({ id: current!.id, compromisedAt: at });
    const keys = await signer().keys('credential');
    expect(keys.map(({ until }) => until === null)).toEqual([false, false, true]);
    expect(records).toEqual([keys[2]!.id, current!.id]);
    await expect(signer().sign('credential', BYTES, current!.id)).rejects.toBeInstanceOf(SignerUnavailable);
    await ring().compromised(current!.id, instant(at + 1_000), nothing);
    expect((await signer().keys('credential'))[1]!.compromisedAt).toBe(at);
    await ring().compromised(current!.id, instant(at - 1_000), nothing);
    expect((await signer().keys('credential'))[1]!.compromisedAt).toBe(at - 1_000);
  });

  it('refuses a compromise to come, and that of a key that is none of ours', async () => {
    const [key] = await signer().keys('credential');
    await expect(ring().compromised(key!.id, plus(context.clock.now(), 1), nothing)).rejects.toThrow(
      CompromiseInFuture,
    );
    await expect(ring().compromised('0'.repeat(16), instant(0), nothing)).rejects.toThrow(KeyNotFound);
  });

  it('signs PDFs with RSA, the same bytes each time', async () => {
    const spki = await signer().publicKey('pdf');
    const signature = await signer().sign('pdf', BYTES);
    expect(
      verify('sha256', BYTES, createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' }), signature),
    ).toBe(true);
    expect(await signer().sign('pdf', BYTES)).toEqual(signature);
  });

  it.each([
    ['DELETE FROM platform.signing_key'],
    [`UPDATE platform.signing_key SET until = NULL WHERE until IS NOT NULL`],
    [`UPDATE platform.signing_key SET compromised_at = NULL WHERE compromised_at IS NOT NULL`],
    [`UPDATE platform.signing_key SET purpose = 'log' WHERE purpose = 'receipt' AND until IS NOT NULL`],
  ])('keeps its history: %s', async (statement) => {
    const uow = context.module.get(UnitOfWork);
    await expect(uow.run((tx) => tx.query(statement))).rejects.toMatchObject({ code: '23001' });
  });

  it('shows no private key in its files', () => {
    const der = earlier.privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-32);
    for (const name of readdirSync(join(folder, 'keys'))) {
      expect(readFileSync(join(folder, 'keys', name)).includes(der)).toBe(false);
    }
  });
});

describe('the store of the keys, at the start', () => {
  const started = (settings: Record<string, string>) =>
    testContext([], { settings: { DATA_DIR: folder, ...settings } });
  const ending = async (settings: Record<string, string>) => {
    const running = await started(settings);
    await running.close();
  };
  const refusal = (settings: Record<string, string>) =>
    ending(settings).then(
      () => 'started',
      (error: Error) => error.message,
    );

  it('says in one sentence that the master key is another one', async () => {
    const said = await refusal({ HZ_MASTER_KEY: Buffer.alloc(32, 8).toString('base64') });
    expect(said).toMatch(/^HZ_MASTER_KEY .+ \/ HZ_MASTER_KEY does not open the key file keys\/\S+$/);
  });

  it('says which key is missing, and makes no other one in its place', async () => {
    const [{ label }] = await context.module
      .get(UnitOfWork)
      .read.query<[{ label: string }]>(
        `SELECT label FROM platform.signing_key WHERE purpose = 'log' AND until IS NULL`,
      );
    const [file, aside] = [join(folder, 'keys', `${label}.ed25519`), join(folder, 'aside')];
    renameSync(file, aside);
    const { id, purpose } = (await signer().keys('log')).at(-1)!;
    const store = new FileKeyStore({ dataDir: folder }, undefined, context.module.get(SecretBox));
    const fresh = new RingSigner(
      store,
      context.module.get(KeyRingRepository),
      context.module.get(UnitOfWork),
      context.clock,
    );
    await expect(fresh.check()).rejects.toThrow(`The key store lacks the key ${id} (${purpose})`);
    await expect(fresh.sign('log', BYTES)).rejects.toBeInstanceOf(SignerUnavailable);
    renameSync(aside, file);
    await expect(fresh.sign('log', BYTES)).resolves.toHaveLength(64);
  });

  it('takes a passphrase later, seals all files with it, and says in one sentence that it is wrong or missing', async () => {
    const phrase = 'correct horse battery staple';
    const sealing = await started({});
    const store = sealing.module.get<FileKeyStore>(KeyStore as never);
    const count = readdirSync(join(folder, 'keys')).length;
    expect(await store.reseal(phrase)).toBe(count);
    expect(readdirSync(join(folder, 'keys'))).toHaveLength(count);
    await sealing.close();
    expect(await refusal({ KEY_PASSPHRASE: 'wrong horse battery staple' })).toMatch(/^KEY_PASSPHRASE .+ does not open/);
    expect(await refusal({})).toMatch(/^KEY_PASSPHRASE .+ does not open/);
    expect(await refusal({ KEY_PASSPHRASE: 'wrong horse battery staple' })).not.toContain('wrong horse');
    expect(await refusal({ KEY_PASSPHRASE: phrase })).toBe('started');
  }, 60_000);

  it('changes the passphrase; what a crash left half done is finished by a repeat, and a wrong one changes nothing', async () => {
    const [old, next] = ['correct horse battery staple', 'another horse, another battery'];
    const store = (passphrase: string) =>
      new FileKeyStore({ dataDir: folder }, passphrase, context.module.get(SecretBox));
    const keys = join(folder, 'keys');
    const contents = () => readdirSync(keys).map((name) => [name, readFileSync(join(keys, name), 'hex')] as const);
    const before = contents();
    await expect(store('wrong horse battery staple').reseal(next)).rejects.toThrow('does not open');
    expect(contents()).toEqual(before);
    await store(old).reseal(next);
    // As if the process had died before the last file.
    const [name, sealed] = before.at(-1)!;
    writeFileSync(join(keys, name), Buffer.from(sealed, 'hex'));
    expect(await refusal({ KEY_PASSPHRASE: next })).toMatch(/does not open/);
    await store(old).reseal(next);
    expect(await refusal({ KEY_PASSPHRASE: next })).toBe('started');
    expect(await refusal({ KEY_PASSPHRASE: old })).toMatch(/does not open/);
    await store(next).reseal(undefined);
    expect(await refusal({})).toBe('started');
  }, 60_000);
});
