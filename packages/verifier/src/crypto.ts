import { hex, type Bytes } from './bytes';

/** Thrown where this browser or runtime lacks what a check needs: then nothing is known, for or against. */
export class CannotCheckHere extends Error {}

function subtle(): SubtleCrypto {
  const found = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (found === undefined) throw new CannotCheckHere('no WebCrypto: not a secure page, or an old program');
  return found;
}

export async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await subtle().digest('SHA-256', bytes));
}

export const sha256Hex = async (bytes: Bytes): Promise<string> => hex(await sha256(bytes));

/** Ed25519 (RFC 8032) under a raw public key of 32 bytes. */
export async function isEd25519(publicKey: Bytes, signed: Bytes, signature: Bytes): Promise<boolean> {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  const crypto = subtle();
  let key: CryptoKey;
  try {
    key = await crypto.importKey('raw', publicKey, { name: 'Ed25519' }, false, ['verify']);
  } catch (error) {
    if ((error as Error).name === 'NotSupportedError') throw new CannotCheckHere('no Ed25519 here');
    return false;
  }
  return crypto.verify({ name: 'Ed25519' }, key, signature, signed);
}

/** RSA with SHA-256 by PKCS #1 v1.5 under a SubjectPublicKeyInfo (DER). */
export async function isRsaSha256(publicKey: Bytes, signed: Bytes, signature: Bytes): Promise<boolean> {
  const ways = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const crypto = subtle();
  let key: CryptoKey;
  try {
    key = await crypto.importKey('spki', publicKey, ways, false, ['verify']);
  } catch {
    return false;
  }
  return crypto.verify(ways, key, signature, signed);
}
