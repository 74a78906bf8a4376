import { AuditModule } from '@hz/audit';
import type { InstitutionId, Principal, Role } from '@hz/kernel';
import { UnitOfWork } from '@hz/platform';
import { testContext, type TestContext } from '@hz/platform/testing';
import { IdentityModule } from '../identity.module';
import { EnsureAccount } from './ensure-account.command';
import { LoginAuthenticator } from './login-authenticator';
import type { NewLogin } from './logins';
import { signedIn, type SignedIn } from './own-account';
import { SignIn, type SignInSource } from './sign-in.command';
import { SignUp } from './sign-up.command';

export const EMAIL = 'wang@hz.example';
export const PASSWORD = 'a quiet river bend';

type Class<T> = abstract new (...args: never[]) => T;
export interface Fixture {
  readonly context: TestContext;
  get<T>(type: Class<T>): T;
  query<Row>(sql: string): Promise<Row[]>;
  signIn(wanted?: { email?: string; password?: string; code?: string } & Partial<SignInSource>): Promise<NewLogin>;
  /** Whom the cookie of this token stands for; null when it is dead. */
  whoHas(token: string): Promise<SignedIn | null>;
  /** Signs in and returns who that is. */
  who(): Promise<SignedIn>;
}

/** The context over a fresh database with one candidate. */
export async function identityFixture(): Promise<Fixture> {
  const context = await testContext([AuditModule, IdentityModule]);
  const get = <T>(type: Class<T>): T => context.module.get<T>(type);
  await get(SignUp).run({ email: EMAIL, password: PASSWORD, legalName: '王小明', language: 'zh' });
  const signIn: Fixture['signIn'] = ({
    email = EMAIL,
    password = PASSWORD,
    code,
    address = '10.0.0.1',
    ...brought
  } = {}) => get(SignIn).run({ email, password, ...(code && { code }) }, { address, ...brought });
  const whoHas = async (token: string): Promise<SignedIn | null> => {
    const found = await get(LoginAuthenticator).authenticate({ cookie: `hz_login=${token}`, authorization: undefined });
    return found && signedIn(found.principal);
  };
  return {
    context,
    get,
    query: (sql) => get(UnitOfWork).read.query(sql),
    signIn,
    whoHas,
    who: async () => (await whoHas((await signIn()).token))!,
  };
}

/** A person with these roles, as a principal. */
export async function personWith(
  { get }: Fixture,
  roles: readonly Role[],
  institution?: { code: string; id: InstitutionId },
): Promise<Extract<Principal, { via: 'login' }>> {
  const { accountId, personId } = await get(EnsureAccount).run({
    email: `${roles.join('.')}.${institution?.code ?? 'none'}@hz.example`,
    password: PASSWORD,
    legalName: `${institution?.code ?? ''}${roles.join('')}`,
    roles,
    ...(institution && { institutionCode: institution.code }),
  });
  const loginId = '00000000-0000-7000-8000-000000000001' as SignedIn['loginId'];
  return { via: 'login', accountId, personId, loginId, roles, institutionId: institution?.id ?? null };
}
