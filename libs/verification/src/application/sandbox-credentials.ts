import { createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { createSignCryptosuite } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { issue } from '@digitalbazaar/vc';
import { canonicalJson, instant, toIso } from '@hz/kernel';
import { SecretBox } from '@hz/platform';
import { credentialId, OB_CONTEXT, VC_CONTEXT } from '../contract';
import { multikeyOf } from '../domain/multikey';
import { SANDBOX_CERTIFICATES, type SandboxCertificate } from '../domain/sandbox-certificates';
import { contextByUrl, loaded } from './contexts';
import { Issuer } from './issuer';
import type { Presented } from './presented-credential';

/** PKCS #8 of an Ed25519 key, up to its 32 bytes (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const NOTHING_CERTIFIED = '测试证书，不证明任何事项 / A test certificate: it certifies nothing';

export interface SandboxDocuments {
  readonly credential: Record<string, unknown>;
  readonly jwt: string;
}

/**
 * The test certificates as credentials. Their issuer is another one than that of real certificates, its key signs nothing else, and no DID
 * document is served for it, so that no software, ours included, can find them valid.
 */
@Injectable()
export class SandboxCredentials {
  private readonly made = new Map<string, Promise<SandboxDocuments>>();

  constructor(
    private readonly issuer: Issuer,
    private readonly box: SecretBox,
  ) {}

  /** The same documents each time. */
  of(certificate: SandboxCertificate): Promise<SandboxDocuments> {
    const { number } = certificate.facts;
    let documents = this.made.get(number);
    if (documents === undefined) {
      documents = this.make(certificate);
      this.made.set(number, documents);
    }
    return documents;
  }

  /** The number of the test certificate that this is, to the last byte of meaning; null for everything else. */
  async numberOf(presented: Presented): Promise<string | null> {
    for (const certificate of SANDBOX_CERTIFICATES) {
      const { credential, jwt } = await this.of(certificate);
      const same =
        'jwt' in presented ? presented.jwt === jwt : canonicalJson(presented.credential) === canonicalJson(credential);
      if (same) return certificate.facts.number;
    }
    return null;
  }

  private async make(certificate: SandboxCertificate): Promise<SandboxDocuments> {
    const key = this.key();
    const did = `${this.issuer.did}:sandbox`;
    const raw = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);
    const id = `${did}#${multikeyOf(raw)}`;
    const unsigned = unsignedOf(certificate, did, this.issuer.publicUrl);
    const credential = await signed(unsigned, id, key);
    const jwt = tokenOf(unsigned, id, key);
    if (certificate.state !== 'altered') return { credential, jwt };
    // Changed after it was signed, in both forms.
    const altered = { ...unsigned, name: `${String(unsigned['name'])} (altered)` };
    const [head, , signature] = jwt.split('.');
    return { credential: { ...credential, name: altered.name }, jwt: `${head}.${encoded(altered)}.${signature}` };
  }

  private key(): KeyObject {
    const seed = Buffer.from(this.box.blindIndex('sandbox-issuer', 'ed25519'), 'base64url');
    return createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  }
}

function unsignedOf({ facts }: SandboxCertificate, did: string, publicUrl: string): Record<string, unknown> {
  return {
    '@context': [VC_CONTEXT, OB_CONTEXT],
    id: credentialId(publicUrl, facts.number),
    type: ['VerifiableCredential', 'AchievementCredential'],
    issuer: { id: did, type: ['Profile'], name: NOTHING_CERTIFIED, url: publicUrl },
    name: facts.title.en,
    validFrom: toIso(instant(facts.issuedAt)),
    validUntil: toIso(instant(facts.expiresAt)),
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', hashed: false, identityHash: facts.holderName, identityType: 'name' }],
      achievement: {
        id: `${publicUrl}/sandbox/achievement`,
        type: ['Achievement'],
        achievementType: 'Certification',
        inLanguage: 'zh',
        name: facts.title.zh,
        description: NOTHING_CERTIFIED,
        criteria: { narrative: NOTHING_CERTIFIED },
      },
    },
  };
}

async function signed(document: Record<string, unknown>, id: string, key: KeyObject): Promise<Record<string, unknown>> {
  const now = new Date(String(document['validFrom']));
  const signer = {
    id,
    algorithm: 'Ed25519' as const,
    sign: ({ data }: { data: Uint8Array }) => Promise.resolve(new Uint8Array(sign(null, data, key))),
  };
  const suite = new DataIntegrityProof({ signer, date: now, cryptosuite: createSignCryptosuite() });
  const documentLoader = (url: string) => {
    const context = contextByUrl(url);
    if (context === undefined) throw new Error(`not a context of the issuer: ${url.slice(0, 200)}`);
    return Promise.resolve(loaded(url, context));
  };
  return (await issue({ credential: structuredClone(document), suite, documentLoader, now })) as Record<
    string,
    unknown
  >;
}

function tokenOf(document: Record<string, unknown>, kid: string, key: KeyObject): string {
  const input = `${encoded({ alg: 'EdDSA', cty: 'vc', kid, typ: 'vc+jwt' })}.${encoded(document)}`;
  return `${input}.${sign(null, Buffer.from(input), key).toString('base64url')}`;
}

function encoded(value: object): string {
  return Buffer.from(canonicalJson(value)).toString('base64url');
}
