import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instant } from '@hz/kernel';
import { ConfigurationError, Signer } from '@hz/platform';
import { CosignatureRefused, LogDamaged, LogKeyRefused } from '../contract';
import { cosignedBytes } from '../domain/cosignature';
import { COSIGNATURE, noteKey, parseNote, signatureLine, verifierKey } from '../domain/note';
import { anEntry, logWorld, type LogWorld } from '../testing/log.fixture';
import { AcceptCosignature } from './accept-cosignature.command';
import { GrowLog, IntegrateEntries } from './integrate-entries.command';
import { LogDocuments } from './log-documents.query';
import { LogKey } from './log-key';
import { TransparencyLog } from './transparency-log';

function rawKeyOf(key: KeyObject): Uint8Array {
  return Buffer.from(key.export({ format: 'jwk' }).x!, 'base64url');
}

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const witness = noteKey('witness.example', COSIGNATURE, rawKeyOf(publicKey));

let world: LogWorld;
const documents = () => world.get(LogDocuments);
const checkpoint = () => documents().checkpoint();

beforeAll(async () => {
  world = await logWorld({ LOG_WITNESSES: verifierKey(witness) });
  await world.appendMany(300);
  await world.get(IntegrateEntries).run();
}, 120_000);
afterAll(() => world.context.close());

describe('F37: what was damaged behind the back of the log', () => {
  /** Damages it, looks, and puts it back: the other cases need it whole. */
  async function withDamage(damage: string, repair: string, look: () => Promise<unknown>): Promise<void> {
    await world.behindTheTriggers(damage);
    try {
      await look();
    } finally {
      await world.behindTheTriggers(repair);
    }
  }
  const flipOf = (column: string, table: string, where: string): [string, string] => {
    const flip = `UPDATE transparency.${table} SET ${column} = set_bit(${column}, 77, 1 - get_bit(${column}, 77)) WHERE ${where}`;
    return [flip, flip];
  };

  it('a tile with a flipped bit is named and not served, and neither is a proof that needs it', async () => {
    await withDamage(...flipOf('hashes', 'tile', 'level = 0 AND index = 0'), async () => {
      await expect(documents().tile('0/000')).rejects.toMatchObject({ params: { part: 'tile/0/000' } });
      await expect(documents().proof(3)).rejects.toBeInstanceOf(LogDamaged);
    });
    await expect(documents().tile('0/000')).resolves.toHaveLength(8_192);
  });

  it('a tile that was changed together with its digest gives no proof', async () => {
    const change = `UPDATE transparency.tile SET hashes = set_bit(hashes, 8, 1 - get_bit(hashes, 8)) WHERE level = 0 AND index = 1`;
    const digest = 'UPDATE transparency.tile SET digest = sha256(hashes) WHERE level = 0 AND index = 1';
    await world.behindTheTriggers(change);
    await withDamage(digest, change, async () => {
      await expect(documents().proof(299)).rejects.toBeInstanceOf(LogDamaged);
    });
    await world.behindTheTriggers(digest);
    await expect(documents().proof(299)).resolves.toContain('index 299\n');
  });

  it('a leaf with a flipped bit is named, and its bundle is not served', async () => {
    await withDamage(...flipOf('bytes', 'leaf', 'index = 7'), () =>
      expect(documents().tile('entries/000')).rejects.toMatchObject({ params: { part: 'entry 7' } }),
    );
  });

  it('no checkpoint is signed over a tree that does not continue the one before', async () => {
    const before = await checkpoint();
    await world.append(anEntry('HZ-AFTER-DAMAGE'));
    await world.get(GrowLog).run();
    await withDamage(...flipOf('root', 'head', 'true'), async () => {
      await expect(world.get(IntegrateEntries).run()).rejects.toBeInstanceOf(LogDamaged);
      expect(await checkpoint()).toBe(before);
    });
    await world.get(IntegrateEntries).run();
    expect(await checkpoint()).not.toBe(before);
  });
});

describe('F38: the key of the log', () => {
  const signer = () => world.get(Signer as never as new () => Signer);
  afterEach(() => jest.restoreAllMocks());

  /** An entry that nobody can sign for now. */
  async function unsigned(subject: string): Promise<void> {
    const before = await checkpoint();
    const id = await world.append(anEntry(subject));
    await expect(world.get(TransparencyLog).included(id)).rejects.toBeInstanceOf(LogKeyRefused);
    expect(await checkpoint()).toBe(before);
    jest.restoreAllMocks();
    await expect(world.get(TransparencyLog).included(id)).resolves.toHaveProperty('index');
  }

  it('missing: nothing is published, and the entry waits until there is one', async () => {
    jest.spyOn(signer(), 'publicKey').mockRejectedValue(new Error('no key'));
    await unsigned('HZ-NO-KEY');
  });

  it('signing wrongly: nothing is published', async () => {
    jest.spyOn(signer(), 'sign').mockResolvedValue(new Uint8Array(64));
    await unsigned('HZ-WRONG-SIGNATURE');
  });

  it('another one: signs nothing until it is adopted, and then both are listed', async () => {
    const other = generateKeyPairSync('ed25519');
    const change = () => {
      jest.spyOn(signer(), 'publicKey').mockResolvedValue(rawKeyOf(other.publicKey));
      jest
        .spyOn(signer(), 'sign')
        .mockImplementation((_, bytes) => Promise.resolve(sign(null, bytes, other.privateKey)));
    };
    change();
    await unsigned('HZ-OTHER-KEY');
    change();
    const word = await world.get(LogKey).adopt();
    const id = await world.append(anEntry('HZ-ADOPTED-KEY'));
    const { checkpoint: note } = await world.get(TransparencyLog).included(id);
    expect(parseNote(note)!.signatures.map(({ keyId }) => keyId)).toEqual([word.split('+')[1]]);
    const listed = (await documents().keys()).trim().split('\n');
    expect(listed).toHaveLength(2);
    expect(listed).toContain(word);
  });
});

describe('witnesses', () => {
  const accept = (note: string) => world.get(AcceptCosignature).run(note);
  const seconds = Math.floor(Date.now() / 1_000);
  beforeAll(() => world.context.clock.set(instant(seconds * 1_000)));

  /** The note with a cosignature of its text, or of another text. */
  function cosigned(note: string, { key = witness, at = seconds, of = parseNote(note)!.text } = {}): string {
    const time = Buffer.alloc(8);
    time.writeBigUInt64BE(BigInt(at));
    const signature = sign(null, cosignedBytes(of, at), privateKey);
    return `${note}${signatureLine(key, Buffer.concat([time, signature]))}\n`;
  }

  it.each([
    ['nobody known', (note: string) => cosigned(note, { key: noteKey('stranger', COSIGNATURE, witness.publicKey) })],
    ['another text', (note: string) => cosigned(note, { of: 'other/log\n9\nAAAA\n' })],
    ['a moment to come', (note: string) => cosigned(note, { at: seconds + 86_400 })],
    ['a checkpoint that was never published', (note: string) => cosigned(note.replace(/\n\d+\n/, '\n7\n'))],
    ['no checkpoint at all', () => 'hello'],
  ])('%s: refused', async (_, made) => {
    const note = await checkpoint();
    await expect(accept(made(note))).rejects.toBeInstanceOf(CosignatureRefused);
    expect(await checkpoint()).toBe(note);
  });

  it('that are known are taken, once, and stand on the checkpoint from then on', async () => {
    const note = await checkpoint();
    await expect(accept(cosigned(note))).resolves.toEqual(['witness.example']);
    await expect(accept(cosigned(note))).resolves.toEqual(['witness.example']);
    expect(await checkpoint()).toBe(cosigned(note));
  });

  it('whose key is none stop the start', async () => {
    const mistyped = verifierKey(witness).replace(/\+[0-9a-f]{8}\+/, '+00000000+');
    await expect(logWorld({ LOG_WITNESSES: mistyped })).rejects.toBeInstanceOf(ConfigurationError);
  });
});

describe('an old backup of the database, restored', () => {
  it('signs no second history: neither a shorter one nor another one', async () => {
    const DATA_DIR = mkdtempSync(join(tmpdir(), 'hz-restored-'));
    const before = await logWorld({ DATA_DIR });
    await before.appendMany(5, 'HZ-BEFORE');
    await before.get(IntegrateEntries).run();
    await before.context.close();
    const restored = await logWorld({ DATA_DIR });
    const signed = () => restored.sql('SELECT size FROM transparency.checkpoint');
    await restored.appendMany(1, 'HZ-AFTER');
    await expect(restored.get(IntegrateEntries).run()).rejects.toMatchObject({
      params: { part: expect.stringMatching(/has signed 5 leaves, the database has 1$/) },
    });
    await restored.appendMany(8, 'HZ-AFTER');
    await expect(restored.get(IntegrateEntries).run()).rejects.toBeInstanceOf(LogDamaged);
    await expect(signed()).resolves.toEqual([]);
    await restored.context.close();
    rmSync(DATA_DIR, { recursive: true });
  });
});
