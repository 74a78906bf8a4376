import { createCipheriv, createDecipheriv, randomBytes, scrypt, type ScryptOptions } from 'node:crypto';

const VERSION = 2;
const [SALT, NONCE, TAG] = [16, 12, 16];
const HEADER = 1 + SALT + NONCE + TAG;
/** A guess costs a third of a second and 32 MB (RFC 7914; the weakest of the settings that OWASP holds to be enough has as much). */
const COST: ScryptOptions = { N: 32_768, r: 8, p: 3, maxmem: 64 * 1_024 * 1_024 };

/** Whether a file was sealed with a passphrase. */
export function hasPassphrase(file: Buffer): boolean {
  return file[0] === VERSION;
}

/** Seals a private key: AES-256-GCM under a key that scrypt stretches. Layout: version (1 byte), salt (16), nonce (12), tag (16), ciphertext. */
export async function sealedWith(passphrase: string, label: string, plain: Buffer): Promise<Buffer> {
  const [salt, nonce] = [randomBytes(SALT), randomBytes(NONCE)];
  const cipher = createCipheriv('aes-256-gcm', await stretched(passphrase, salt), nonce).setAAD(Buffer.from(label));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), salt, nonce, cipher.getAuthTag(), body]);
}

/** Throws when passphrase or label are not those of the sealing, or the file was altered. */
export async function openedWith(passphrase: string, label: string, file: Buffer): Promise<Buffer> {
  const salt = file.subarray(1, 1 + SALT);
  const nonce = file.subarray(1 + SALT, 1 + SALT + NONCE);
  const decipher = createDecipheriv('aes-256-gcm', await stretched(passphrase, salt), nonce)
    .setAAD(Buffer.from(label))
    .setAuthTag(file.subarray(HEADER - TAG, HEADER));
  return Buffer.concat([decipher.update(file.subarray(HEADER)), decipher.final()]);
}

function stretched(passphrase: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFC'), salt, 32, COST, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
