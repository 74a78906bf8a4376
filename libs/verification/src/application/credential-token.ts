import { Injectable } from '@nestjs/common';
import { canonicalJson } from '@hz/kernel';
import { compactVerify, importJWK } from 'jose';
import type { UnsignedCredential } from '../contract';
import { rawKeyOf } from '../domain/multikey';
import { Issuer, type KnownKey } from './issuer';

const TYPE = 'vc+jwt';

/**
 * A credential as JWT (W3C Securing Verifiable Credentials using JOSE and COSE 1.0, and the JWT form of Open Badges 3.0): the payload is
 * the credential, with the registered claims that Open Badges wants beside it. Equal credentials and keys give equal bytes.
 */
@Injectable()
export class CredentialToken {
  constructor(private readonly issuer: Issuer) {}

  async sign(credential: UnsignedCredential, given?: KnownKey): Promise<string> {
    const key = given ?? (await this.issuer.key());
    const header = encoded({ alg: 'EdDSA', cty: 'vc', kid: key.id, typ: TYPE });
    const input = `${header}.${encoded({ ...credential, ...claimsOf(credential) })}`;
    const signature = await this.issuer.sign(new TextEncoder().encode(input), key);
    return `${input}.${Buffer.from(signature).toString('base64url')}`;
  }
}

/** Whether a token says exactly what the credential says, under this key: read by `jose`, which had no part in making it. */
export async function isTokenOf(token: string, credential: UnsignedCredential, publicKey: string): Promise<boolean> {
  const raw = rawKeyOf(publicKey);
  if (raw === null) return false;
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(raw).toString('base64url') };
  try {
    const key = await importJWK(jwk, 'EdDSA');
    const { payload, protectedHeader } = await compactVerify(token, key, { algorithms: ['EdDSA'] });
    const wanted = canonicalJson({ ...credential, ...claimsOf(credential) });
    return protectedHeader.typ === TYPE && new TextDecoder().decode(payload) === wanted;
  } catch {
    return false;
  }
}

function claimsOf({ id, issuer, validFrom, validUntil }: UnsignedCredential) {
  return { iss: issuer.id, jti: id, nbf: secondsOf(validFrom), exp: secondsOf(validUntil) };
}

function secondsOf(iso: string): number {
  return Math.floor(Date.parse(iso) / 1_000);
}

function encoded(value: object): string {
  return Buffer.from(canonicalJson(value)).toString('base64url');
}
