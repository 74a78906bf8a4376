import { Injectable } from '@nestjs/common';
import { Clock, MS_PER_DAY, MS_PER_MINUTE, plus, type AccountId, type LoginId } from '@hz/kernel';
import { newId, randomToken, type Tx } from '@hz/platform';
import { AccessRepository, type LiveLogin } from '../persistence/access.repository';
import { KnownDevices } from './known-devices';
import { tokenHash } from './secrets';

/** A login ends so long after its sign-in, as its cookie does. */
export const LOGIN_LIFE_MS = 7 * MS_PER_DAY;
const TOUCH_EVERY_MS = 5 * MS_PER_MINUTE;

export interface NewLogin {
  readonly token: string;
  readonly csrfToken: string;
  readonly deviceMark: string;
}

/** Signed-in browsers. They live in PostgreSQL, so that losing Redis signs nobody out (P6). */
@Injectable()
export class Logins {
  constructor(
    private readonly access: AccessRepository,
    private readonly devices: KnownDevices,
    private readonly clock: Clock,
  ) {}

  /** A fresh token at every sign-in; a token that the browser brought along is never taken over, and its login ends. */
  async begin(
    tx: Tx,
    account: { readonly id: AccountId; readonly emailKey: string },
    broughtToken: string | undefined,
  ): Promise<NewLogin> {
    const now = this.clock.now();
    if (broughtToken !== undefined) await this.access.endByToken(tx, tokenHash(broughtToken), now);
    const token = randomToken();
    const csrfToken = randomToken(24);
    await this.access.addLogin(tx, {
      id: newId<LoginId>(),
      tokenHash: tokenHash(token),
      accountId: account.id,
      csrfToken,
      createdAt: now,
      seenAt: now,
      expiresAt: plus(now, LOGIN_LIFE_MS),
      endedAt: null,
    });
    return { token, csrfToken, deviceMark: this.devices.newMark(account.emailKey) };
  }

  async find(token: string): Promise<LiveLogin | null> {
    const now = this.clock.now();
    const login = await this.access.liveLogin(tokenHash(token), now);
    if (login !== null && now - login.seenAt > TOUCH_EVERY_MS) await this.access.touch(login.loginId, now);
    return login;
  }
}
