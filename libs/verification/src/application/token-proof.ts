import { Injectable } from '@nestjs/common';
import { canonicalJson, instant } from '@hz/kernel';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { unsignedCredentialSchema, type UnsignedCredential } from '../contract';
import type { CheckedCredential } from '../domain/certificate-facts';
import { isTokenOf } from './credential-token';
import { Issuer } from './issuer';
import type { ProofFound } from './proof-check';

const ALTERED = { issuer: 'unknown', signature: 'failed', document: null, key: null, signedAt: null } as const;
const NOT_CHECKED = { ...ALTERED, signature: 'unknown' } as const;

/** Checks a credential in its compact form: a JWT of a key of ours that says exactly what a credential may say. */
@Injectable()
export class TokenProof {
  constructor(private readonly issuer: Issuer) {}

  async run(token: string): Promise<ProofFound<CheckedCredential>> {
    const said = read(token);
    if (said === null) return ALTERED;
    try {
      const key = await this.issuer.keyById(said.kid);
      if (key === null || key.did !== said.credential.issuer.id) return { ...ALTERED, issuer: 'failed' };
      if (!(await isTokenOf(token, said.credential, key.publicKey))) return { ...ALTERED, issuer: 'passed' };
      const signedAt = instant(Date.parse(said.credential.validFrom));
      return { issuer: 'passed', signature: 'passed', document: said.credential, key, signedAt };
    } catch {
      // The key could not be looked up: that says nothing about the token.
      return NOT_CHECKED;
    }
  }
}

/** What a token says, unproven; null when it is not one of a credential. */
function read(token: string): { kid: string; credential: UnsignedCredential } | null {
  try {
    const { kid } = decodeProtectedHeader(token);
    const { iss: _iss, jti: _jti, nbf: _nbf, exp: _exp, ...payload } = decodeJwt(token);
    const parsed = unsignedCredentialSchema.safeParse(payload);
    if (kid === undefined || !parsed.success || canonicalJson(parsed.data) !== canonicalJson(payload)) return null;
    return { kid, credential: parsed.data };
  } catch {
    return null;
  }
}
