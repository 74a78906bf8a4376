import { Inject, Injectable } from '@nestjs/common';
import { parseCookie } from 'cookie';
import { Authenticator, CONFIG, type Authenticated, type Config } from '@hz/platform';
import { LOGIN_IDLE_MS, Logins } from './logins';
import { Strategies } from './passport';

/** Who sends a request: by the login cookie, or by `Authorization: Bearer hzk_…`. */
@Injectable()
export class LoginAuthenticator extends Authenticator {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
    private readonly logins: Logins,
    private readonly strategies: Strategies,
  ) {
    super();
  }

  async authenticate(request: {
    cookie: string | undefined;
    authorization: string | undefined;
  }): Promise<Authenticated | null> {
    if (request.authorization !== undefined) return this.byApiKey(request.authorization);
    const token = this.tokenIn(request.cookie);
    if (token === undefined) return null;
    const login = await this.logins.find(token);
    if (login === null) return null;
    const { csrfToken, loginId, accountId, personId, institutionId, roles } = login;
    return { principal: { via: 'login', loginId, accountId, personId, institutionId, roles }, csrfToken };
  }

  tokenIn(cookie: string | undefined): string | undefined {
    return cookie === undefined ? undefined : parseCookie(cookie)[this.cookieName];
  }

  /** The `Set-Cookie` header of a login; without a token, the one that removes it. */
  cookieOf(token: string | null): string {
    const life = token === null ? 0 : LOGIN_IDLE_MS / 1_000;
    const secure = this.isSecure ? '; Secure' : '';
    return `${this.cookieName}=${token ?? ''}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${life}${secure}`;
  }

  private async byApiKey(authorization: string): Promise<Authenticated | null> {
    const key = await this.strategies.apiKey(authorization);
    if (key === null) return null;
    return {
      principal: { via: 'api-key', apiKeyId: key.id, institutionId: key.institutionId, scopes: key.scopes },
      csrfToken: null,
    };
  }

  private get isSecure(): boolean {
    return this.config.publicUrl.startsWith('https:');
  }

  /** `__Host-` binds the cookie to this very host, but browsers take it over HTTPS only. */
  private get cookieName(): string {
    return this.isSecure ? '__Host-hz_login' : 'hz_login';
  }
}
