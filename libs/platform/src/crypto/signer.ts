import { createHash, createPublicKey, verify } from 'node:crypto';
import type { Instant } from '@hz/kernel';

/**
 * What a key may sign. One purpose, one key: a receipt can never pass for a credential. `pdf` signs certificates as PDF, `pdf-root` the
 * X.509 certificates of the keys that do.
 */
export const SIGNING_PURPOSES = ['receipt', 'credential', 'log', 'pdf', 'pdf-root'] as const;
export type SigningPurpose = (typeof SIGNING_PURPOSES)[number];

/** `ed25519`: RFC 8032. `rsa-sha256`: 3,072 bits, PKCS #1 v1.5 over SHA-256 (RFC 8017, 8.2). Both give equal signatures of equal bytes. */
export type SigningAlgorithm = 'ed25519' | 'rsa-sha256';

export const ALGORITHM_OF: Readonly<Record<SigningPurpose, SigningAlgorithm>> = {
  receipt: 'ed25519',
  credential: 'ed25519',
  log: 'ed25519',
  pdf: 'rsa-sha256',
  'pdf-root': 'rsa-sha256',
};

/** One key of a purpose, without its private half. */
export interface SigningKey {
  /** The first 16 hexadecimal digits of the SHA-256 of `publicKey`. */
  readonly id: string;
  readonly purpose: SigningPurpose;
  readonly algorithm: SigningAlgorithm;
  /** Ed25519: the 32 raw bytes. RSA: SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
  readonly since: Instant;
  /** When another key took its place; null for the current one. */
  readonly until: Instant | null;
  /** From when on somebody else may have signed with it; null as far as anybody knows. */
  readonly compromisedAt: Instant | null;
}

/** Port: signs without showing a private key, and knows every key that ever signed. */
export abstract class Signer {
  /**
   * Signs with the current key of the purpose, or with the one of `keyId`: what was begun under a key that was retired meanwhile can be
   * repeated. Throws SignerUnavailable where there is no such key, it was compromised, or its store does not answer.
   */
  abstract sign(purpose: SigningPurpose, bytes: Uint8Array, keyId?: string): Promise<Uint8Array>;
  /** The public half of the current key; the first one is made when it is asked for. */
  abstract publicKey(purpose: SigningPurpose): Promise<Uint8Array>;
  /** All keys of a purpose, oldest first; the current one is the last. */
  abstract keys(purpose: SigningPurpose): Promise<readonly SigningKey[]>;
}

/** The id of a key, from its public half. */
export function keyIdOf(publicKey: Uint8Array): string {
  return createHash('sha256').update(publicKey).digest('hex').slice(0, 16);
}

/** Whether `signature` is that of `bytes` under the raw Ed25519 public key. */
export function isSignedBy(publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean {
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') },
    format: 'jwk',
  });
  return verify(null, bytes, key, signature);
}
