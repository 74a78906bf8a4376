import { AuditModule } from '@hz/audit';
import { MS_PER_MINUTE, type InstitutionId, type Principal } from '@hz/kernel';
import { SecretBox, UnitOfWork } from '@hz/platform';
import { testContext, type TestContext } from '@hz/platform/testing';
import { Secret, TOTP } from 'otpauth';
import { CodeWrong, QuotaUsedUp, ResetLinkSpent, SecondFactorNeeded, SignInFailed, SignInTooOften } from '../contract';
import { IdentityModule } from '../identity.module';
import { ApiKeys } from './api-keys';
import { EnsureAccount, EnsureInstitution } from './ensure-account.command';
import { Institutions } from './institutions';
import { LoginAuthenticator } from './login-authenticator';
import { ManageAccounts } from './manage-accounts';
import { OwnAccount, signedIn, type SignedIn } from './own-account';
import { OwnDocument } from './own-document';
import { PasswordReset } from './password-reset';
import { SignIn } from './sign-in.command';
import { SignUp } from './sign-up.command';

const EMAIL = 'wang@hz.example';
const PASSWORD = 'a quiet river bend';
const NUMBER = '11010519491231002X';

describe('identity', () => {
  let context: TestContext;
  const get = <T>(type: new (...args: never[]) => T): T => context.module.get(type);
  const query = <Row>(sql: string): Promise<Row[]> => get(UnitOfWork).read.query<Row[]>(sql);
  const signIn = (password = PASSWORD, options: { code?: string; address?: string; brought?: string } = {}) =>
    get(SignIn).run(
      { email: EMAIL, password, ...(options.code && { code: options.code }) },
      options.address ?? '10.0.0.1',
      options.brought,
    );
  const principalOf = async (token: string): Promise<SignedIn> => {
    const found = await get(LoginAuthenticator).authenticate({ cookie: `hz_login=${token}`, authorization: undefined });
    return signedIn(found!.principal);
  };

  beforeEach(async () => {
    context = await testContext([AuditModule, IdentityModule]);
    await get(SignUp).run({ email: EMAIL, password: PASSWORD, legalName: '王小明', language: 'zh' });
  });
  afterEach(() => context.close());

  it('signs in, is recognised by the cookie, and is not after signing out everywhere', async () => {
    const { token } = await signIn();
    const who = await principalOf(token);
    expect(who.roles).toEqual(['candidate']);
    await get(OwnAccount).signOutEverywhere(who);
    expect(
      await get(LoginAuthenticator).authenticate({ cookie: `hz_login=${token}`, authorization: undefined }),
    ).toBeNull();
  });

  it('rotates the token at sign-in: the one that the browser brought along is dead', async () => {
    const first = await signIn();
    const second = await signIn(PASSWORD, { brought: first.token });
    expect(second.token).not.toBe(first.token);
    expect(
      await get(LoginAuthenticator).authenticate({ cookie: `hz_login=${first.token}`, authorization: undefined }),
    ).toBeNull();
  });

  it('signing up again with a known address adds nothing and tells only its owner', async () => {
    await get(SignUp).run({
      email: EMAIL.toUpperCase(),
      password: 'another quiet river',
      legalName: '别人',
      language: 'en',
    });
    expect(await query('SELECT id FROM identity.account')).toHaveLength(1);
    expect(await query(`SELECT id FROM platform.outbox WHERE event = 'identity.sign-up-repeated'`)).toHaveLength(1);
    await expect(signIn('another quiet river')).rejects.toBeInstanceOf(SignInFailed);
  });

  it('slows a guesser down, and not the owner who signs in from elsewhere', async () => {
    for (let guess = 0; guess < 5; guess += 1) {
      await expect(signIn('not the password')).rejects.toBeInstanceOf(SignInFailed);
    }
    await expect(signIn()).rejects.toBeInstanceOf(SignInTooOften);
    await expect(signIn(PASSWORD, { address: '10.0.0.2' })).resolves.toHaveProperty('token');
    context.clock.advance(2_001);
    await expect(signIn()).resolves.toHaveProperty('token');
  });

  it('asks staff for the second factor, takes a code once, and a recovery code once', async () => {
    const who = await principalOf((await signIn()).token);
    const { secret } = await get(OwnAccount).setUpTotp(who);
    const code = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: context.clock.now() });
    await expect(get(OwnAccount).confirmTotp(who, '000000')).rejects.toBeInstanceOf(CodeWrong);
    const [recovery] = await get(OwnAccount).confirmTotp(who, code());
    await expect(signIn()).rejects.toBeInstanceOf(SecondFactorNeeded);
    await expect(signIn(PASSWORD, { code: code() })).rejects.toBeInstanceOf(SignInFailed);
    context.clock.advance(60_000);
    await expect(signIn(PASSWORD, { code: code() })).resolves.toHaveProperty('token');
    await expect(signIn(PASSWORD, { code: recovery! })).resolves.toHaveProperty('token');
    await expect(signIn(PASSWORD, { code: recovery! })).rejects.toBeInstanceOf(SignInFailed);
  });

  it('resets the password by a link that works once and within the hour, and ends all logins', async () => {
    const { token } = await signIn();
    await get(PasswordReset).request('nobody@hz.example');
    await get(PasswordReset).request(EMAIL);
    const [{ payload }] = (await query<{ payload: { resetId: string; sealedToken: string } }>(
      `SELECT payload FROM platform.outbox WHERE event = 'identity.password-reset-requested'`,
    )) as [{ payload: { resetId: string; sealedToken: string } }];
    const link = get(SecretBox)
      .open('mail-link', payload.resetId, Buffer.from(payload.sealedToken, 'base64'))
      .toString();
    await get(PasswordReset).complete(link, 'a very new password');
    await expect(get(PasswordReset).complete(link, 'yet another password')).rejects.toBeInstanceOf(ResetLinkSpent);
    expect(
      await get(LoginAuthenticator).authenticate({ cookie: `hz_login=${token}`, authorization: undefined }),
    ).toBeNull();
    await expect(signIn('a very new password')).resolves.toHaveProperty('token');
    context.clock.advance(61 * MS_PER_MINUTE);
  });

  it('P10: the identity number stands nowhere in the open, and each reading of it is audited', async () => {
    const who = await principalOf((await signIn()).token);
    await get(OwnDocument).put(who, { type: 'resident-id', number: NUMBER });
    const rows = await query<Record<string, unknown>>(
      'SELECT d.*, encode(number_encrypted, $$escape$$) AS open FROM identity.identity_document d',
    );
    expect(JSON.stringify(rows)).not.toContain(NUMBER);
    expect(JSON.stringify(await query('SELECT * FROM audit.entry'))).not.toContain(NUMBER);
    expect(await get(OwnDocument).reveal(who)).toEqual({ type: 'resident-id', number: NUMBER });
    expect(await query(`SELECT id FROM audit.entry WHERE action = 'identity.document-read'`)).toHaveLength(1);
  });

  it('P9: a clerk reaches the own institution only; API keys count calls, and a revoked key is dead', async () => {
    const [own, other] = [
      await get(EnsureInstitution).run({ code: 'own', name: { zh: '甲' } }),
      await get(EnsureInstitution).run({ code: 'other', name: { zh: '乙' } }),
    ];
    const { accountId, personId } = await get(EnsureAccount).run({
      email: 'c@hz.example',
      password: PASSWORD,
      legalName: '文员',
      roles: ['institution-clerk'],
      institutionCode: 'own',
    });
    const clerk: Principal = {
      via: 'login',
      accountId,
      personId,
      loginId: personId as never,
      roles: ['institution-clerk'],
      institutionId: own,
    };
    const page = await get(Institutions).peopleOf(clerk, own, { limit: 10 });
    expect(page.rows.map(({ legalName }) => legalName)).toEqual(['文员']);
    const absent = '00000000-0000-7000-8000-000000000000' as InstitutionId;
    for (const foreign of [other, absent]) {
      await expect(get(Institutions).peopleOf(clerk, foreign, { limit: 10 })).rejects.toMatchObject({
        code: 'platform.not-found',
      });
      await expect(get(ApiKeys).list(clerk, foreign)).rejects.toMatchObject({ code: 'platform.not-found' });
    }
    const made = await get(ApiKeys).create(clerk, own, { name: 'hr', scopes: ['certificates:read'], dailyQuota: 2 });
    expect(JSON.stringify(await query('SELECT * FROM identity.api_key'))).not.toContain(made.key.slice(-43));
    expect((await get(ApiKeys).holderOf(made.key))?.institutionId).toBe(own);
    await get(ApiKeys).holderOf(made.key);
    await expect(get(ApiKeys).holderOf(made.key)).rejects.toBeInstanceOf(QuotaUsedUp);
    await get(ApiKeys).revoke(clerk, own, made.id as never);
    expect(await get(ApiKeys).holderOf(made.key)).toBeNull();
  });

  it('S7: disabling an account ends its logins at once', async () => {
    const { token } = await signIn();
    const who = await principalOf(token);
    await get(ManageAccounts).change({ via: 'system', reason: 'test' }, who.accountId, { status: 'disabled' });
    expect(
      await get(LoginAuthenticator).authenticate({ cookie: `hz_login=${token}`, authorization: undefined }),
    ).toBeNull();
    await expect(signIn()).rejects.toBeInstanceOf(SignInFailed);
  });
});
