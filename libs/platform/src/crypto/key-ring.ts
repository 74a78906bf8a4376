import { Injectable } from '@nestjs/common';
import { Clock, problem, type Instant } from '@hz/kernel';
import { UnitOfWork, type Tx } from '../database/unit-of-work';
import { KeyRingRepository, type RingKey } from './key-ring.repository';
import { KeyStore } from './key-store';
import { randomToken } from './random';
import { RingSigner } from './ring-signer';
import { ALGORITHM_OF, keyIdOf, type SigningKey, type SigningPurpose } from './signer';

export class KeyNotFound extends problem('platform.key-not-found', 'not-found') {}
/** A key cannot be found compromised from a moment on that is still to come. */
export class CompromiseInFuture extends problem('platform.compromise-in-future', 'invalid') {}

/** Written in the same transaction as the change: the audit trail. */
export type RecordChange = (tx: Tx, key: SigningKey) => Promise<void>;

const LABEL_BYTES = 6;

/** What an operator does with keys. Nothing here takes a private key into its hands. */
@Injectable()
export class KeyRing {
  constructor(
    private readonly store: KeyStore,
    private readonly ring: KeyRingRepository,
    private readonly signer: RingSigner,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  list(): Promise<readonly SigningKey[]> {
    return this.ring.all();
  }

  /** Makes a new key, which signs from now on; the one before stays known and stops. Processes that run follow within two seconds. */
  async rotate(purpose: SigningPurpose, record: RecordChange): Promise<SigningKey> {
    const made = await this.newKey(purpose);
    const key = await this.uow.run((tx) => this.putInPlace(tx, made, record));
    this.signer.forget(purpose);
    return key;
  }

  /**
   * Notes that somebody else may have signed with a key from a moment on. If it still signs, a new one takes its place at once. A repeat
   * with an earlier moment moves the mark back; a later one changes nothing. Throws KeyNotFound, CompromiseInFuture.
   */
  async compromised(id: string, at: Instant, record: RecordChange): Promise<SigningKey> {
    const key = (await this.ring.all()).find((one) => one.id === id);
    if (key === undefined) throw new KeyNotFound({ key: id });
    if (at > this.clock.now()) throw new CompromiseInFuture({ key: id });
    const successor = key.until === null ? await this.newKey(key.purpose) : null;
    await this.uow.run(async (tx) => {
      const current = await this.ring.lockCurrent(tx, key.purpose);
      if (successor !== null && current?.id === id) await this.putInPlace(tx, successor, record);
      await this.ring.markCompromised(tx, id, at);
      await record(tx, { ...key, compromisedAt: at });
    });
    this.signer.forget(key.purpose);
    return (await this.ring.all()).find((one) => one.id === id)!;
  }

  private async newKey(purpose: SigningPurpose): Promise<Omit<RingKey, 'since' | 'until' | 'compromisedAt'>> {
    const algorithm = ALGORITHM_OF[purpose];
    const label = `${purpose}-${randomToken(LABEL_BYTES)}`;
    const publicKey = await this.store.create(label, algorithm);
    return { id: keyIdOf(publicKey), purpose, algorithm, label, publicKey };
  }

  private async putInPlace(
    tx: Tx,
    made: Omit<RingKey, 'since' | 'until' | 'compromisedAt'>,
    record: RecordChange,
  ): Promise<SigningKey> {
    const before = await this.ring.lockCurrent(tx, made.purpose);
    const since = this.clock.now();
    if (before !== null) await this.ring.retire(tx, before.id, since);
    const key = { ...made, since, until: null, compromisedAt: null };
    await this.ring.add(tx, key);
    await record(tx, key);
    return key;
  }
}
