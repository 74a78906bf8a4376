import { createPrivateKey, createPublicKey, generateKeyPair, sign, type KeyObject } from 'node:crypto';
import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Config } from '../config/config';
import { hasPassphrase, openedWith, sealedWith } from './key-file';
import { KeyStore, KeyStoreRefused, SignerUnavailable } from './key-store';
import { randomToken } from './random';
import type { SecretBox } from './secret-box';
import type { SigningAlgorithm } from './signer';

const generate = promisify(generateKeyPair);
const signLater = promisify(sign) as unknown as (hash: string, bytes: Uint8Array, key: KeyObject) => Promise<Buffer>;
const ENDING: Record<SigningAlgorithm, string> = { ed25519: 'ed25519', 'rsa-sha256': 'rsa' };
const KEY_FILE = /^(.+)\.(?:ed25519|rsa)$/;
const RSA = { modulusLength: 3_072, publicExponent: 0x1_00_01 };

/**
 * Keeps each key in a file under the data folder: sealed with KEY_PASSPHRASE where there is one, with the master key where there is none.
 * Either kind of file is read, so that a passphrase can be introduced later.
 */
export class FileKeyStore extends KeyStore {
  private readonly opened = new Map<string, Promise<KeyObject>>();

  constructor(
    private readonly config: Pick<Config, 'dataDir'>,
    private readonly passphrase: string | undefined,
    private readonly box: SecretBox,
  ) {
    super();
  }

  async check(): Promise<void> {
    for (const name of this.files()) this.opened.set(name, Promise.resolve(await this.open(name, this.passphrase)));
  }

  async create(label: string, algorithm: SigningAlgorithm): Promise<Uint8Array> {
    const name = fileName(label, algorithm);
    if (!this.files().includes(name)) await this.make(name, algorithm);
    return this.publicKey(label, algorithm);
  }

  async publicKey(label: string, algorithm: SigningAlgorithm): Promise<Uint8Array> {
    const key = createPublicKey(await this.key(label, algorithm));
    return algorithm === 'ed25519'
      ? Buffer.from(key.export({ format: 'jwk' }).x!, 'base64url')
      : key.export({ format: 'der', type: 'spki' });
  }

  /** RSA takes milliseconds: it leaves the thread that answers requests. */
  async sign(label: string, algorithm: SigningAlgorithm, bytes: Uint8Array): Promise<Uint8Array> {
    const key = await this.key(label, algorithm);
    return algorithm === 'ed25519' ? sign(null, bytes, key) : signLater('sha256', bytes, key);
  }

  /**
   * Seals every key file anew, with `next` or, where it is undefined, with the master key; returns how many. Nothing is written before all
   * of them are open, and an old file stays until the new one is complete. Repeated after a crash it opens those that are done with `next`.
   * From then on the store is opened with `next` alone. Throws KeyStoreRefused, and has changed nothing then.
   */
  async reseal(next: string | undefined): Promise<number> {
    const files = this.files();
    const keys: [name: string, key: KeyObject][] = [];
    for (const name of files)
      keys.push([
        name,
        await this.open(name, this.passphrase).catch((error: unknown) => this.openedBefore(name, next, error)),
      ]);
    for (const [name, key] of keys) {
      const draft = await this.draft(name, exported(key), next);
      renameSync(draft, join(this.folder, name));
    }
    this.opened.clear();
    return files.length;
  }

  /** A file that a run before this one has sealed with `next`; else `why` is thrown. */
  private async openedBefore(name: string, next: string | undefined, why: unknown): Promise<KeyObject> {
    try {
      return await this.open(name, next);
    } catch {
      throw why;
    }
  }

  async close(): Promise<void> {
    this.opened.clear();
  }

  private get folder(): string {
    return join(this.config.dataDir, 'keys');
  }

  private files(): string[] {
    try {
      return readdirSync(this.folder).filter((name) => KEY_FILE.test(name));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }

  private key(label: string, algorithm: SigningAlgorithm): Promise<KeyObject> {
    const name = fileName(label, algorithm);
    const before = this.opened.get(name);
    if (before !== undefined) return before;
    const key = this.open(name, this.passphrase).catch((error: unknown) => {
      this.opened.delete(name);
      throw new SignerUnavailable({ key: label, why: error instanceof KeyStoreRefused ? 'not opened' : 'missing' });
    });
    this.opened.set(name, key);
    return key;
  }

  private async open(name: string, passphrase: string | undefined): Promise<KeyObject> {
    const sealed = readFileSync(join(this.folder, name));
    return createPrivateKey({ key: await this.unsealed(name, sealed, passphrase), format: 'der', type: 'pkcs8' });
  }

  private async unsealed(name: string, sealed: Buffer, passphrase: string | undefined): Promise<Buffer> {
    const label = labelOf(name);
    if (!hasPassphrase(sealed)) {
      try {
        return this.box.open('signing-key', label, sealed);
      } catch {
        throw refused('HZ_MASTER_KEY', name);
      }
    }
    if (passphrase === undefined) throw refused('KEY_PASSPHRASE', name);
    return openedWith(passphrase, label, sealed).catch(() => {
      throw refused('KEY_PASSPHRASE', name);
    });
  }

  /** Two processes may start at once: the file that is linked first wins, and the other one reads it. */
  private async make(name: string, algorithm: SigningAlgorithm): Promise<void> {
    const { privateKey } = algorithm === 'ed25519' ? await generate('ed25519') : await generate('rsa', RSA);
    const draft = await this.draft(name, exported(privateKey), this.passphrase);
    try {
      linkSync(draft, join(this.folder, name));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      unlinkSync(draft);
    }
  }

  /** A whole file beside the one that is meant. */
  private async draft(name: string, der: Buffer, passphrase: string | undefined): Promise<string> {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const label = labelOf(name);
    const sealed =
      passphrase === undefined ? this.box.seal('signing-key', label, der) : await sealedWith(passphrase, label, der);
    const draft = join(this.folder, `${name}.${randomToken(6)}`);
    writeFileSync(draft, sealed, { mode: 0o600, flush: true });
    return draft;
  }
}

const fileName = (label: string, algorithm: SigningAlgorithm): string => `${label}.${ENDING[algorithm]}`;
const labelOf = (name: string): string => KEY_FILE.exec(name)![1]!;
const exported = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'pkcs8' });

function refused(setting: string, name: string): KeyStoreRefused {
  return new KeyStoreRefused(
    [setting],
    `${setting} 打不开密钥文件 keys/${name} / ${setting} does not open the key file keys/${name}`,
  );
}
