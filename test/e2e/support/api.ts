import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import inject from 'light-my-request';
import { EnsureAccount } from '@hz/identity';
import type { AccountId, LoginId, PersonId, Principal, Role } from '@hz/kernel';
import { newId, RateLimiter, UnitOfWork } from '@hz/platform';
import { testConfig, testDatabase } from '@hz/platform/testing';
import { createApi } from '../../../apps/api/src/create-api';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type Headers = Record<string, string>;
export interface Reply {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly body: Buffer;
  json<T = Record<string, never>>(): T;
}
/** Sends requests as one identity. */
export interface Caller {
  readonly name: string;
  readonly headers: Headers;
}
export interface Account extends Caller {
  readonly email: string;
  readonly accountId: AccountId;
  readonly personId: PersonId;
  /** The same person, for use cases that are called directly. */
  readonly principal: Extract<Principal, { via: 'login' }>;
}

export const ANONYMOUS: Caller = { name: 'anonymous', headers: {} };
const PASSWORD = 'a quiet river at dawn';

/** The whole HTTP process over a database of its own. */
export class Api {
  private made = 0;

  private constructor(
    readonly app: NestFastifyApplication,
    private readonly drop: () => Promise<void>,
  ) {}

  static async start(settings: Record<string, string> = {}): Promise<Api> {
    const database = await testDatabase();
    return new Api(await createApi(testConfig(database.url, settings)), () => database.drop());
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.drop();
  }

  get<T>(type: new (...args: never[]) => T): T {
    return this.app.get(type, { strict: false });
  }

  sql<Row>(text: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.get(UnitOfWork).read.query<Row[]>(text, parameters);
  }

  async call(who: Caller, method: Method, url: string, body?: unknown, headers: Headers = {}): Promise<Reply> {
    const reply = await inject((request, response) => this.app.getHttpServer().emit('request', request, response), {
      method,
      url,
      headers: { ...who.headers, ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    const { statusCode: status, headers: received, rawPayload } = reply;
    return { status, headers: received, body: rawPayload, json: <T>() => reply.json<T>() };
  }

  /** Somebody with an account, signed in by the front door. */
  async account(name: string, roles: readonly Role[], institutionCode?: string): Promise<Account> {
    const email = `${name}-${(this.made += 1)}@people.example`;
    const legalName = `Name of ${name}`;
    const wanted = { email, password: PASSWORD, legalName, roles, ...(institutionCode && { institutionCode }) };
    const { accountId, personId } = await this.get(EnsureAccount).run(wanted);
    const login = { via: 'login' as const, accountId, personId, loginId: newId<LoginId>(), institutionId: null };
    return { name, email, accountId, personId, principal: { ...login, roles }, headers: await this.signIn(email) };
  }

  /** Cookie and CSRF token of a new login. */
  async signIn(email: string): Promise<Headers> {
    const reply = await this.call(ANONYMOUS, 'POST', '/api/v1/login', { email, password: PASSWORD });
    if (reply.status !== 200) throw new Error(`no sign-in for ${email}: ${reply.body.toString()}`);
    const cookies = [reply.headers['set-cookie']].flat().map((cookie) => String(cookie).split(';')[0]);
    return { cookie: cookies.join('; '), 'x-csrf-token': reply.json<{ csrfToken: string }>().csrfToken };
  }

  /** Forgets the counters of limits, so that many callers from one address are let through. */
  async forgetLimits(): Promise<void> {
    await this.get(RateLimiter).forgetAll();
  }
}
