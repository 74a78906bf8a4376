import { Injectable } from '@nestjs/common';
import { Clock, MS_PER_DAY, MS_PER_MINUTE, plus, type AccountId, type LoginId } from '@hz/kernel';
import { newId, randomToken, type Tx } from '@hz/platform';
import { AccessRepository, type LiveLogin } from '../persistence/access.repository';
import { tokenHash } from './secrets';

/** A login ends after so long without a request. */
export const LOGIN_IDLE_MS = 7 * MS_PER_DAY;
const TOUCH_EVERY_MS = 5 * MS_PER_MINUTE;

export interface NewLogin {
  readonly token: string;
  readonly csrfToken: string;
}

/** Signed-in browsers. They live in PostgreSQL, so that losing Redis signs nobody out (P6). */
@Injectable()
export class Logins {
  constructor(
    private readonly access: AccessRepository,
    private readonly clock: Clock,
  ) {}

  /** A fresh token at every sign-in; a token that the browser brought along is never taken over, and its login ends. */
  async begin(tx: Tx, accountId: AccountId, broughtToken: string | undefined): Promise<NewLogin> {
    const now = this.clock.now();
    if (broughtToken !== undefined) await this.access.endByToken(tx, tokenHash(broughtToken), now);
    const token = randomToken();
    const csrfToken = randomToken(24);
    await this.access.addLogin(tx, {
      id: newId<LoginId>(),
      tokenHash: tokenHash(token),
      accountId,
      csrfToken,
      createdAt: now,
      seenAt: now,
      expiresAt: plus(now, LOGIN_IDLE_MS),
      endedAt: null,
    });
    return { token, csrfToken };
  }

  async find(token: string): Promise<LiveLogin | null> {
    const now = this.clock.now();
    const login = await this.access.liveLogin(tokenHash(token), now);
    if (login !== null && now - login.seenAt > TOUCH_EVERY_MS) {
      await this.access.touch(login.loginId, now, plus(now, LOGIN_IDLE_MS));
    }
    return login;
  }

  async end(tx: Tx, token: string): Promise<void> {
    await this.access.endByToken(tx, tokenHash(token), this.clock.now());
  }
}
