import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config';
import { randomToken } from './random';
import { SecretBox } from './secret-box';

/** What a key may sign. One purpose, one key: a receipt can never pass for a credential. */
export type SigningPurpose = 'receipt' | 'credential' | 'log';

/** Port: signs with Ed25519 (RFC 8032) without showing the private key. */
export abstract class Signer {
  abstract sign(purpose: SigningPurpose, bytes: Uint8Array): Promise<Uint8Array>;
  /** The raw public key, 32 bytes. */
  abstract publicKey(purpose: SigningPurpose): Promise<Uint8Array>;
}

/** Keeps each key in a file under the data folder, encrypted with the master key. */
@Injectable()
export class FileSigner extends Signer {
  private readonly keys = new Map<SigningPurpose, KeyObject>();

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'dataDir'>,
    private readonly box: SecretBox,
  ) {
    super();
  }

  async sign(purpose: SigningPurpose, bytes: Uint8Array): Promise<Uint8Array> {
    return sign(null, bytes, this.key(purpose));
  }

  async publicKey(purpose: SigningPurpose): Promise<Uint8Array> {
    const { x } = createPublicKey(this.key(purpose)).export({ format: 'jwk' });
    return Buffer.from(x!, 'base64url');
  }

  private key(purpose: SigningPurpose): KeyObject {
    let key = this.keys.get(purpose);
    if (key === undefined) {
      key = this.load(purpose) ?? this.create(purpose);
      this.keys.set(purpose, key);
    }
    return key;
  }

  private load(purpose: SigningPurpose): KeyObject | null {
    let sealed: Buffer;
    try {
      sealed = readFileSync(this.file(purpose));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
    const der = this.box.open('signing-key', purpose, sealed);
    return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  }

  /** Two processes may start at once: the file that is linked first wins, and the other one reads it. */
  private create(purpose: SigningPurpose): KeyObject {
    mkdirSync(join(this.config.dataDir, 'keys'), { recursive: true, mode: 0o700 });
    const { privateKey } = generateKeyPairSync('ed25519');
    const der = privateKey.export({ format: 'der', type: 'pkcs8' });
    const draft = `${this.file(purpose)}.${randomToken(6)}`;
    writeFileSync(draft, this.box.seal('signing-key', purpose, der), { mode: 0o600 });
    try {
      linkSync(draft, this.file(purpose));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      unlinkSync(draft);
    }
    return this.load(purpose)!;
  }

  private file(purpose: SigningPurpose): string {
    return join(this.config.dataDir, 'keys', `${purpose}.ed25519`);
  }
}

/** Whether `signature` is that of `bytes` under the raw Ed25519 public key. */
export function isSignedBy(publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean {
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') },
    format: 'jwk',
  });
  return verify(null, bytes, key, signature);
}
