import { Injectable } from '@nestjs/common';
import { Clock, MS_PER_SECOND, type DurationMs } from '@hz/kernel';
import { SecretBox, UnitOfWork, type Tx } from '@hz/platform';
import { SignInTooOften } from '../contract';
import {
  failuresAt,
  NARROW_BACK_OFF,
  networkOf,
  waitAt,
  WIDE_BACK_OFF,
  type BackOff,
  type Failures,
} from '../domain/sign-in-rules';
import { AccessRepository } from '../persistence/access.repository';
import { KnownDevices } from './known-devices';

interface Counter {
  readonly key: string;
  readonly backOff: BackOff;
}

/** A try that was let through and counted. */
export interface SignInTry {
  /** Names the e-mail without showing it. */
  readonly emailIndex: string;
  readonly counters: readonly Counter[];
}

/**
 * Slows guessing down. A try is counted before the password is looked at, so that a hundred at once are a hundred. An unknown
 * device is counted by its network and, more mildly, with all other unknown ones; a device known to be the owner's only by itself,
 * so that no stranger can lock the owner out. The e-mail need not belong to an account.
 */
@Injectable()
export class SignInBackOff {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: AccessRepository,
    private readonly devices: KnownDevices,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  /** Throws SignInTooOften while the caller must wait; such a try is not counted. */
  async begin(emailKey: string, address: string, deviceMark: string | undefined): Promise<SignInTry> {
    const counters = this.countersOf(emailKey, address, this.devices.idIn(deviceMark, emailKey));
    const wait = await this.uow.run((tx) => this.countUnlessWaiting(tx, counters));
    if (wait > 0) throw new SignInTooOften({ retryAfterSeconds: Math.ceil(wait / MS_PER_SECOND) });
    return { emailIndex: this.index(emailKey), counters };
  }

  /** The try ended neither way: it is not counted after all. */
  async giveBack(tried: SignInTry): Promise<void> {
    await this.uow.run((tx) => this.uncount(tx, tried.counters));
  }

  /** The owner is in: this place starts afresh, the common counter loses this one try. */
  async succeeded(tx: Tx, { counters }: SignInTry): Promise<void> {
    await this.access.forgetFailures(
      tx,
      counters.filter(({ backOff }) => backOff === NARROW_BACK_OFF).map(({ key }) => key),
    );
    await this.uncount(
      tx,
      counters.filter(({ backOff }) => backOff !== NARROW_BACK_OFF),
    );
  }

  /** Keys are blind, so that the table tells nobody's address. In one order, so that two tries never wait for each other. */
  private countersOf(emailKey: string, address: string, deviceId: string | null): Counter[] {
    if (deviceId !== null) return [{ key: this.index(`${emailKey} device ${deviceId}`), backOff: NARROW_BACK_OFF }];
    return [
      { key: this.index(`${emailKey} network ${networkOf(address)}`), backOff: NARROW_BACK_OFF },
      { key: this.index(`${emailKey} anywhere`), backOff: WIDE_BACK_OFF },
    ].sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  private async countUnlessWaiting(tx: Tx, counters: readonly Counter[]): Promise<DurationMs> {
    const now = this.clock.now();
    const before: Failures[] = [];
    for (const { key } of counters) before.push(await this.access.lockFailures(tx, key, now));
    const wait = Math.max(...counters.map(({ backOff }, index) => waitAt(before[index]!, backOff, now)));
    if (wait > 0) return wait;
    for (const [index, { key }] of counters.entries()) {
      await this.access.setFailures(tx, key, { failures: failuresAt(before[index]!, now) + 1, lastAt: now });
    }
    return 0;
  }

  private async uncount(tx: Tx, counters: readonly Counter[]): Promise<void> {
    for (const { key } of counters) await this.access.uncountFailure(tx, key);
  }

  private index(text: string): string {
    return this.box.blindIndex('sign-in', text);
  }
}
