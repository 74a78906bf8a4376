import { Injectable } from '@nestjs/common';
import { Clock, type Instant, type Principal } from '@hz/kernel';
import { Authenticator, type Authenticated, type Credentials, type QuotaLeft } from '@hz/platform';
import { ApiKeys } from './api-keys';
import { LoginCookies } from './login-cookies';
import { Logins } from './logins';
import { Strategies } from './passport';

/** For so long the hot path does not ask again whether a login is alive; everything else asks each time. */
const RECENT_MS = 1_000;
const MAX_RECENT = 20_000;

interface Recent {
  readonly found: Authenticated;
  readonly at: Instant;
}

/** Who sends a request: by the login cookie, or by `Authorization: Bearer hzk_…`. */
@Injectable()
export class LoginAuthenticator extends Authenticator {
  private readonly recent = new Map<string, Recent>();

  constructor(
    private readonly clock: Clock,
    private readonly cookies: LoginCookies,
    private readonly logins: Logins,
    private readonly strategies: Strategies,
    private readonly apiKeys: ApiKeys,
  ) {
    super();
  }

  async authenticate({ cookie, authorization }: Credentials): Promise<Authenticated | null> {
    if (authorization !== undefined) return this.byApiKey(authorization);
    const token = this.cookies.loginToken(cookie);
    if (token === undefined) return null;
    const at = this.clock.now();
    const found = await this.byLogin(token);
    this.remember(cookie!, found, at);
    return found;
  }

  recall(cookie: string | undefined): Authenticated | null {
    const known = cookie === undefined ? undefined : this.recent.get(cookie);
    return known !== undefined && this.clock.now() - known.at < RECENT_MS ? known.found : null;
  }

  async charge(who: Principal, tell: (left: QuotaLeft) => void): Promise<void> {
    if (who.via === 'api-key') await this.apiKeys.charge(who.apiKeyId, 1, tell);
  }

  private remember(cookie: string, found: Authenticated | null, at: Instant): void {
    this.recent.delete(cookie);
    if (found === null) return;
    if (this.recent.size >= MAX_RECENT) this.recent.delete(this.recent.keys().next().value!);
    this.recent.set(cookie, { found, at });
  }

  private async byLogin(token: string): Promise<Authenticated | null> {
    const login = await this.logins.find(token);
    if (login === null) return null;
    const { csrfToken, loginId, accountId, personId, institutionId, roles } = login;
    return { principal: { via: 'login', loginId, accountId, personId, institutionId, roles }, csrfToken };
  }

  private async byApiKey(authorization: string): Promise<Authenticated | null> {
    const key = await this.strategies.apiKey(authorization);
    if (key === null) return null;
    return {
      principal: {
        via: 'api-key',
        apiKeyId: key.id,
        institutionId: key.institutionId,
        scopes: key.scopes,
        sandbox: key.sandbox,
      },
      csrfToken: null,
    };
  }
}
