import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, Signer, type Config } from '@hz/platform';

/** Multicodec prefix of a raw Ed25519 public key. */
const ED25519_PREFIX = Uint8Array.of(0xed, 0x01);
const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

export interface IssuerDocuments {
  readonly did: string;
  readonly keyId: string;
  readonly controller: Record<string, unknown>;
  readonly verificationMethod: Record<string, unknown>;
}

/** Who issues: a `did:web` at the public address, with the key of the signer (W3C Controlled Identifiers, Multikey). */
@Injectable()
export class Issuer {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
    private readonly signer: Signer,
  ) {}

  get publicUrl(): string {
    return this.config.publicUrl;
  }

  async documents(): Promise<IssuerDocuments> {
    const did = `did:web:${encodeURIComponent(new URL(this.config.publicUrl).host)}`;
    const publicKeyMultibase = multikeyOf(await this.signer.publicKey('credential'));
    const keyId = `${did}#${publicKeyMultibase.slice(-12)}`;
    const verificationMethod = { id: keyId, type: 'Multikey', controller: did, publicKeyMultibase };
    return {
      did,
      keyId,
      verificationMethod,
      controller: {
        '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
        id: did,
        verificationMethod: [verificationMethod],
        assertionMethod: [keyId],
      },
    };
  }

  sign(bytes: Uint8Array): Promise<Uint8Array> {
    return this.signer.sign('credential', bytes);
  }
}

/** A raw Ed25519 public key as Multikey: multibase base58-btc of the multicodec prefix and the key. */
export function multikeyOf(publicKey: Uint8Array): string {
  return `z${base58(Uint8Array.of(...ED25519_PREFIX, ...publicKey))}`;
}

function base58(bytes: Uint8Array): string {
  let value = bytes.reduce((number, byte) => number * 256n + BigInt(byte), 0n);
  let text = '';
  for (; value > 0n; value /= 58n) text = BASE58[Number(value % 58n)]! + text;
  const zeros = bytes.findIndex((byte) => byte !== 0);
  return '1'.repeat(Math.max(0, zeros)) + text;
}
