import { Inject, Injectable } from '@nestjs/common';
import { Clock, toIso, type Instant } from '@hz/kernel';
import { CONFIG, keyIdOf, Signer, type Config, type SigningKey } from '@hz/platform';
import { multikeyOf, rawKeyOf } from '../domain/multikey';
import { IssuerKeyRepository, type IssuerKey } from '../persistence/issuer-key.repository';

export const ISSUER_NAME = '衡证 Hengzheng';

interface RecordedKey extends IssuerKey {
  /** Its id in the history of the signing keys. */
  readonly keyId: string;
}

/** A key of the issuer under one of its addresses, and what is known of it today. */
export interface KnownKey extends RecordedKey {
  /** From when on somebody else may have signed with it; null as far as anybody knows. */
  readonly compromisedAt: Instant | null;
}

/**
 * Who issues: a `did:web` at the public address. Each key is recorded before it signs for the first time and stays recorded, so that a
 * new key or a new address makes no older certificate unverifiable (P7).
 */
@Injectable()
export class Issuer {
  /** Keys that are known to be recorded. */
  private readonly recorded = new Set<string>();
  /** What was read of keys: the record of a key never changes. */
  private readonly read = new Map<string, RecordedKey>();

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

  /** The key that signs at this moment. The next call may give another one: what belongs together is signed with one key. */
  async key(): Promise<KnownKey> {
    await this.signer.publicKey('credential');
    const current = (await this.signer.keys('credential')).at(-1)!;
    const publicKey = multikeyOf(current.publicKey);
    const key = { id: `${this.did}#${publicKey}`, did: this.did, publicKey };
    if (!this.recorded.has(key.id)) {
      await this.keys.add(key, this.clock.now());
      this.recorded.add(key.id);
    }
    return known(key, current);
  }

  /** Signs with a key of ours, which may have been retired meanwhile. Throws SignerUnavailable when it was compromised. */
  async sign(bytes: Uint8Array, key: KnownKey): Promise<Uint8Array> {
    return this.signer.sign('credential', bytes, key.keyId);
  }

  /** Whether it is the key that signs at this moment. */
  async signsWith(keyId: string): Promise<boolean> {
    return (await this.signer.keys('credential')).at(-1)?.id === keyId;
  }

  /** The key of a verification method, and what is known of it today; null when it was never ours. */
  async keyById(id: string): Promise<KnownKey | null> {
    const key = await this.recordOf(id);
    if (key === null) return null;
    const history = await this.signer.keys('credential');
    const compromisedAt = history.find((one) => one.id === key.keyId)?.compromisedAt ?? null;
    return { ...key, compromisedAt };
  }

  private async recordOf(id: string): Promise<RecordedKey | null> {
    const before = this.read.get(id);
    if (before !== undefined) return before;
    const key = await this.keys.byId(id);
    if (key === null) return null;
    const recorded = { ...key, keyId: keyIdOf(rawKeyOf(key.publicKey)!) };
    this.read.set(id, recorded);
    return recorded;
  }

  /**
   * The DID document: every key of this address. A compromised one stays listed with the moment from which on it is `revoked` (W3C
   * Controlled Identifiers 1.0), and asserts nothing any more for software that knows no log.
   */
  async document(): Promise<object> {
    await this.key();
    const history = await this.signer.keys('credential');
    const keys = (await this.keys.ofDid(this.did)).map((key) => {
      const keyId = keyIdOf(rawKeyOf(key.publicKey)!);
      return known(
        key,
        history.find((one) => one.id === keyId),
      );
    });
    return {
      '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
      id: this.did,
      verificationMethod: keys.map((key) => ({
        ...methodOf(key),
        ...(key.compromisedAt !== null && { revoked: toIso(key.compromisedAt) }),
      })),
      assertionMethod: keys.filter(({ compromisedAt }) => compromisedAt === null).map(({ id }) => id),
    };
  }
}

/** A key as the verification method of a DID document. */
export function methodOf({ id, did, publicKey }: IssuerKey) {
  return { id, type: 'Multikey', controller: did, publicKeyMultibase: publicKey };
}

/** A key from before there was a history is in it under its id as soon as it signs; until then nothing is known against it. */
function known({ id, did, publicKey }: IssuerKey, recorded: SigningKey | undefined): KnownKey {
  const keyId = recorded?.id ?? keyIdOf(rawKeyOf(publicKey)!);
  return { id, did, publicKey, keyId, compromisedAt: recorded?.compromisedAt ?? null };
}
