import { Injectable } from '@nestjs/common';
import { Passport, type Strategy } from 'passport';
import { Strategy as CustomStrategy } from 'passport-custom';
import { Strategy as LocalStrategy } from 'passport-local';
import { SignInFailed, type SignInInput } from '../contract';
import { ApiKeys } from './api-keys';
import type { ApiKeyHolder } from './api-key-holder';
import type { NewLogin } from './logins';
import { SignIn, type SignInSource } from './sign-in.command';

/** The parts of a request that a strategy may look at. */
interface Asked {
  body?: SignInInput;
  source?: SignInSource;
  authorization?: string;
}

/** The two ways to show who one is, as Passport strategies: e-mail and password, and an API key. Sessions are our own logins. */
@Injectable()
export class Strategies {
  private readonly passport = new Passport();

  constructor(signIn: SignIn, apiKeys: ApiKeys) {
    const local = new LocalStrategy(
      { usernameField: 'email', passReqToCallback: true, session: false },
      (request, _email, _password, done) => {
        const { body, source } = request as unknown as Required<Asked>;
        signIn.run(body, source).then((login) => done(null, login), done);
      },
    );
    const apiKey = new CustomStrategy((request, done) => {
      const { authorization = '' } = request as unknown as Asked;
      apiKeys.holderOf(authorization.replace(/^Bearer /i, '')).then((holder) => done(null, holder ?? false), done);
    });
    this.passport.use('local', local as Strategy);
    this.passport.use('api-key', apiKey as Strategy);
  }

  /** Throws as SignIn does. */
  async local(body: SignInInput, source: SignInSource): Promise<NewLogin> {
    const login = await this.ask<NewLogin>('local', { body, source });
    if (login === null) throw new SignInFailed();
    return login;
  }

  /** Null when there is no such key, or it is revoked. */
  apiKey(authorization: string): Promise<ApiKeyHolder | null> {
    return this.ask<ApiKeyHolder>('api-key', { authorization });
  }

  private ask<User>(strategy: string, asked: Asked): Promise<User | null> {
    return new Promise((resolve, reject) => {
      const answer = (error: unknown, user?: unknown) =>
        error ? reject(error as Error) : resolve(user ? (user as User) : null);
      const handler = this.passport.authenticate(strategy, { session: false }, answer) as (
        request: Asked,
        reply: object,
        next: (error: unknown) => void,
      ) => void;
      handler(asked, {}, reject);
    });
  }
}
