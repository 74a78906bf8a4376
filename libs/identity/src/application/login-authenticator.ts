import { Injectable } from '@nestjs/common';
import { Authenticator, type Authenticated, type Credentials } from '@hz/platform';
import { LoginCookies } from './login-cookies';
import { Logins } from './logins';
import { Strategies } from './passport';

/** Who sends a request: by the login cookie, or by `Authorization: Bearer hzk_…`. */
@Injectable()
export class LoginAuthenticator extends Authenticator {
  constructor(
    private readonly cookies: LoginCookies,
    private readonly logins: Logins,
    private readonly strategies: Strategies,
  ) {
    super();
  }

  async authenticate(request: Credentials): Promise<Authenticated | null> {
    if (request.authorization !== undefined) return this.byApiKey(request.authorization);
    const token = this.cookies.loginToken(request.cookie);
    return token === undefined ? null : this.byLogin(token, request.hot === true);
  }

  private async byLogin(token: string, hot: boolean): Promise<Authenticated | null> {
    const login = await (hot ? this.logins.findRecent(token) : this.logins.find(token));
    if (login === null) return null;
    const { csrfToken, loginId, accountId, personId, institutionId, roles } = login;
    return { principal: { via: 'login', loginId, accountId, personId, institutionId, roles }, csrfToken };
  }

  private async byApiKey(authorization: string): Promise<Authenticated | null> {
    const key = await this.strategies.apiKey(authorization);
    if (key === null) return null;
    return {
      principal: { via: 'api-key', apiKeyId: key.id, institutionId: key.institutionId, scopes: key.scopes },
      csrfToken: null,
    };
  }
}
