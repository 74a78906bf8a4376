import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@hz/kernel';
import { CONFIG, Signer, type Config } from '@hz/platform';
import { multikeyOf } from '../domain/multikey';
import { IssuerKeyRepository, type IssuerKey } from '../persistence/issuer-key.repository';

export const ISSUER_NAME = '衡证 Hengzheng';

/**
 * Who issues: a `did:web` at the public address. Each key is recorded before it signs for the first time and stays recorded, so that a
 * new key or a new address makes no older certificate unverifiable (P7).
 */
@Injectable()
export class Issuer {
  private current: Promise<IssuerKey> | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
    private readonly signer: Signer,
    private readonly keys: IssuerKeyRepository,
    private readonly clock: Clock,
  ) {}

  get publicUrl(): string {
    return this.config.publicUrl;
  }

  /** did:web of the public address (a port is percent-encoded). */
  get did(): string {
    return `did:web:${encodeURIComponent(new URL(this.config.publicUrl).host)}`;
  }

  /** The key that signs now. */
  key(): Promise<IssuerKey> {
    this.current ??= this.record().catch((error: unknown) => {
      this.current = undefined;
      throw error;
    });
    return this.current;
  }

  sign(bytes: Uint8Array): Promise<Uint8Array> {
    return this.signer.sign('credential', bytes);
  }

  /** The key of a verification method; null when it was never ours. */
  keyById(id: string): Promise<IssuerKey | null> {
    return this.keys.byId(id);
  }

  /** The DID document: every key of this address. */
  async document(): Promise<object> {
    await this.key();
    const keys = await this.keys.ofDid(this.did);
    return {
      '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
      id: this.did,
      verificationMethod: keys.map(methodOf),
      assertionMethod: keys.map(({ id }) => id),
    };
  }

  private async record(): Promise<IssuerKey> {
    const publicKey = multikeyOf(await this.signer.publicKey('credential'));
    const key = { id: `${this.did}#${publicKey}`, did: this.did, publicKey };
    await this.keys.add(key, this.clock.now());
    return key;
  }
}

/** A key as the verification method of a DID document. */
export function methodOf({ id, did, publicKey }: IssuerKey) {
  return { id, type: 'Multikey', controller: did, publicKeyMultibase: publicKey };
}
