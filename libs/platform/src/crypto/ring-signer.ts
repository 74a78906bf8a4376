import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '@hz/kernel';
import { UnitOfWork } from '../database/unit-of-work';
import { KeyRingRepository, type RingKey } from './key-ring.repository';
import { KeyStore, KeyStoreRefused, SignerUnavailable } from './key-store';
import { ALGORITHM_OF, keyIdOf, Signer, SIGNING_PURPOSES, type SigningPurpose } from './signer';

/** So long a process may go on with the key before, after another process has put a new one in its place. */
const KNOWN_FOR_MS = 2_000;

/** Signs with the keys of the store, in the order that their history gives them. */
@Injectable()
export class RingSigner extends Signer implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly known = new Map<SigningPurpose, { readonly keys: Promise<RingKey[]>; readonly at: number }>();

  constructor(
    protected readonly store: KeyStore,
    private readonly ring: KeyRingRepository,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {
    super();
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.check();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.store.close();
  }

  /** Throws KeyStoreRefused when the store does not open, or a key that signs today is not in it. */
  async check(): Promise<void> {
    await this.store.check();
    for (const key of await this.ring.all()) {
      if (key.until !== null) continue;
      const found = await this.store.publicKey(key.label, key.algorithm).catch((error: unknown) => {
        if (error instanceof SignerUnavailable) return new Uint8Array();
        throw error;
      });
      if (keyIdOf(found) !== key.id) throw missing(key);
    }
  }

  async sign(purpose: SigningPurpose, bytes: Uint8Array, keyId?: string): Promise<Uint8Array> {
    const key = keyId === undefined ? await this.current(purpose) : await this.byId(purpose, keyId);
    return this.store.sign(key.label, key.algorithm, bytes);
  }

  async publicKey(purpose: SigningPurpose): Promise<Uint8Array> {
    return (await this.current(purpose)).publicKey;
  }

  async keys(purpose: SigningPurpose): Promise<readonly RingKey[]> {
    const known = this.known.get(purpose);
    if (known !== undefined && performance.now() - known.at < KNOWN_FOR_MS) return known.keys;
    const read = { keys: this.ring.ofPurpose(purpose), at: performance.now() };
    this.known.set(purpose, read);
    read.keys.catch(() => this.forget(purpose));
    return read.keys;
  }

  /** What was read of a purpose's keys is read anew. */
  forget(purpose: SigningPurpose): void {
    this.known.delete(purpose);
  }

  private async current(purpose: SigningPurpose): Promise<RingKey> {
    const key = (await this.keys(purpose)).find(({ until }) => until === null);
    if (key !== undefined) return key;
    await this.makeFirst(purpose);
    return (await this.keys(purpose)).find(({ until }) => until === null)!;
  }

  private async byId(purpose: SigningPurpose, id: string): Promise<RingKey> {
    const key = (await this.keys(purpose)).find((one) => one.id === id);
    if (key === undefined) throw new SignerUnavailable({ purpose, key: id, why: 'unknown' });
    if (key.compromisedAt !== null) throw new SignerUnavailable({ purpose, key: id, why: 'compromised' });
    return key;
  }

  /** Several processes may need it at once. The store gives the same key to each of them, so that the transaction can be repeated. */
  private async makeFirst(purpose: SigningPurpose): Promise<void> {
    const algorithm = ALGORITHM_OF[purpose];
    await this.uow.run(async (tx) => {
      if ((await this.ring.lockCurrent(tx, purpose)) !== null) return;
      const publicKey = await this.store.create(purpose, algorithm);
      const key = { id: keyIdOf(publicKey), purpose, algorithm, label: purpose, publicKey, since: this.clock.now() };
      await this.ring.add(tx, key);
    });
    this.forget(purpose);
  }
}

function missing({ purpose, id }: RingKey): KeyStoreRefused {
  return new KeyStoreRefused(
    [],
    `密钥库中没有密钥 ${id}（${purpose}），请恢复备份或轮换密钥 / The key store lacks the key ${id} (${purpose}): restore it, or rotate`,
  );
}

/**
 * The signer of the program that puts a new key in the place of one that is lost: it starts without that key. A store that does not open
 * still keeps it from starting.
 */
@Injectable()
export class MendingSigner extends RingSigner {
  override async onApplicationBootstrap(): Promise<void> {
    await this.store.check();
  }
}

/** Whether a word names a purpose. */
export function isSigningPurpose(word: string): word is SigningPurpose {
  return (SIGNING_PURPOSES as readonly string[]).includes(word);
}
