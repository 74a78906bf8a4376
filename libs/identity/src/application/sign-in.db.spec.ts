import { performance } from 'node:perf_hooks';
import { MS_PER_DAY, MS_PER_MINUTE } from '@hz/kernel';
import { SignInFailed, SignInTooOften } from '../contract';
import { ForgetOldAccess } from './forget-old-access.command';
import { EMAIL, identityFixture, PASSWORD, type Fixture } from './identity.fixture';
import { LoginAuthenticator } from './login-authenticator';
import { ManageAccounts } from './manage-accounts';
import { OwnAccount } from './own-account';
import { SignUp } from './sign-up.command';

describe('signing in', () => {
  let identity: Fixture;
  beforeEach(async () => {
    identity = await identityFixture();
  });
  afterEach(() => identity.context.close());

  const guess = (address: string) => identity.signIn({ password: 'not the password', address });

  it('is recognised by the cookie until signing out, here or everywhere', async () => {
    const [one, two, three] = [await identity.signIn(), await identity.signIn(), await identity.signIn()];
    const who = (await identity.whoHas(one.token))!;
    expect(who.roles).toEqual(['candidate']);
    await identity.get(OwnAccount).signOut(who);
    expect(await identity.whoHas(one.token)).toBeNull();
    await identity.get(OwnAccount).signOutEverywhere((await identity.whoHas(two.token))!);
    expect(await identity.whoHas(two.token)).toBeNull();
    expect(await identity.whoHas(three.token)).toBeNull();
  });

  it('is known to the hot path for at most a second after it has ended', async () => {
    const { token } = await identity.signIn();
    const cookie = `hz_login=${token}`;
    const authenticator = identity.get(LoginAuthenticator);
    const recall = () => authenticator.recall(cookie);
    expect(recall()).toBeNull();
    expect(await authenticator.authenticate({ cookie, authorization: undefined })).not.toBeNull();
    await identity.query('UPDATE identity.login SET ended_at = created_at');
    identity.context.clock.advance(999);
    expect(recall()).not.toBeNull();
    identity.context.clock.advance(1);
    expect(recall()).toBeNull();
  });

  it('is forgotten by the hot path as soon as anything else has found it ended', async () => {
    const { token } = await identity.signIn();
    const credentials = { cookie: `hz_login=${token}`, authorization: undefined };
    const authenticator = identity.get(LoginAuthenticator);
    await authenticator.authenticate(credentials);
    await identity.query('UPDATE identity.login SET ended_at = created_at');
    expect(await authenticator.authenticate(credentials)).toBeNull();
    expect(authenticator.recall(credentials.cookie)).toBeNull();
  });

  it('keeps only the hash of a token, and ends a login after seven days', async () => {
    const { token } = await identity.signIn();
    expect(JSON.stringify(await identity.query('SELECT * FROM identity.login'))).not.toContain(token);
    identity.context.clock.advance(6 * MS_PER_DAY);
    expect(await identity.whoHas(token)).not.toBeNull();
    identity.context.clock.advance(MS_PER_DAY);
    expect(await identity.whoHas(token)).toBeNull();
  });

  it('rotates the token: the one that the browser brought along is dead, a planted one is never adopted', async () => {
    const first = await identity.signIn();
    const second = await identity.signIn({ loginToken: first.token });
    expect(second.token).not.toBe(first.token);
    expect(await identity.whoHas(first.token)).toBeNull();
    const third = await identity.signIn({ loginToken: 'planted-by-somebody-else' });
    expect(third.token).not.toBe('planted-by-somebody-else');
    expect(await identity.whoHas('planted-by-somebody-else')).toBeNull();
  });

  it('refuses a known and an unknown address alike: words, status, counting, work, and so time', async () => {
    const refusal = (email: string) =>
      identity.signIn({ email, password: 'not it at all' }).catch((error: unknown) => error);
    const millisOf = async (email: string, address: string) => {
      const before = performance.now();
      await identity.signIn({ email, password: 'not it at all', address }).catch(() => undefined);
      return performance.now() - before;
    };
    for (let again = 0; again < 6; again += 1) {
      expect(await refusal('nobody@hz.example')).toEqual(await refusal(EMAIL));
    }
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let index = 0; index < 9; index += 1) {
      times.known.push(await millisOf(EMAIL, `10.1.0.${index}`));
      times.unknown.push(await millisOf('nobody@hz.example', `10.1.0.${index}`));
    }
    const median = (values: number[]) => values.sort((a, b) => a - b)[4]!;
    expect(median(times.unknown)).toBeGreaterThan(median(times.known) / 2);
    expect(median(times.unknown)).toBeLessThan(median(times.known) * 2);
    const failed = `SELECT object_type FROM audit.entry WHERE action = 'identity.sign-in-failed' GROUP BY 1 HAVING count(*) = 14`;
    expect(await identity.query(failed)).toHaveLength(2);
  });

  it('slows a guesser down, and not the owner who signs in from elsewhere', async () => {
    for (let tries = 0; tries < 5; tries += 1) await expect(guess('10.0.0.1')).rejects.toBeInstanceOf(SignInFailed);
    await expect(identity.signIn()).rejects.toBeInstanceOf(SignInTooOften);
    await expect(identity.signIn({ address: '10.0.0.2' })).resolves.toHaveProperty('token');
    identity.context.clock.advance(2_001);
    await expect(identity.signIn()).resolves.toHaveProperty('token');
  });

  it('counts guesses that come all at once', async () => {
    const answers = await Promise.allSettled(Array.from({ length: 12 }, () => guess('10.0.0.1')));
    const looked = answers.filter((answer) => answer.status === 'rejected' && answer.reason instanceof SignInFailed);
    expect(looked).toHaveLength(5);
  });

  it('slows a guesser with many addresses down, and neither a device that the owner used before', async () => {
    const { deviceMark } = await identity.signIn({ address: '10.9.0.1' });
    for (let tries = 0; tries < 30; tries += 1) {
      await expect(guess(`10.0.1.${tries}`)).rejects.toBeInstanceOf(SignInFailed);
    }
    await expect(guess('10.0.2.1')).rejects.toBeInstanceOf(SignInTooOften);
    await expect(identity.signIn({ address: '10.0.2.2', deviceMark })).resolves.toHaveProperty('token');
    const forged = `${deviceMark.split('.')[0]}.${'A'.repeat(43)}`;
    await expect(identity.signIn({ address: '10.0.2.2', deviceMark: forged })).rejects.toBeInstanceOf(SignInTooOften);
    identity.context.clock.advance(2_001);
    await expect(identity.signIn({ address: '10.0.2.3' })).resolves.toHaveProperty('token');
  });

  it('a mark of one e-mail does not speed up guessing at another, and a stolen one is slowed down by itself', async () => {
    const { deviceMark } = await identity.signIn();
    for (let tries = 0; tries < 5; tries += 1) {
      const stolen = identity.signIn({ password: 'not the password', address: `10.0.3.${tries}`, deviceMark });
      await expect(stolen).rejects.toBeInstanceOf(SignInFailed);
    }
    await expect(identity.signIn({ address: '10.0.4.1', deviceMark })).rejects.toBeInstanceOf(SignInTooOften);
    const other = (tries: number) =>
      identity
        .signIn({ email: 'li@hz.example', password: 'guess', address: '10.0.5.1', deviceMark })
        .catch((e) => [tries, e]);
    for (let tries = 0; tries < 5; tries += 1) await other(tries);
    expect(await other(5)).toEqual([5, expect.any(SignInTooOften)]);
  });

  it('signing up again with a known address adds nothing and tells only its owner, once a day', async () => {
    const again = {
      email: EMAIL.toUpperCase(),
      password: 'another quiet river',
      legalName: '别人',
      language: 'en',
    } as const;
    await identity.get(SignUp).run(again);
    await identity.get(SignUp).run(again);
    expect(await identity.query('SELECT id FROM identity.account')).toHaveLength(1);
    expect(await identity.query('SELECT id FROM identity.person')).toHaveLength(1);
    const told = `SELECT id FROM platform.outbox WHERE event = 'identity.sign-up-repeated'`;
    expect(await identity.query(told)).toHaveLength(1);
    await expect(identity.signIn({ password: again.password })).rejects.toBeInstanceOf(SignInFailed);
  });

  it('of two sign-ups at once with one address one makes the account', async () => {
    const input = { email: 'new@hz.example', password: PASSWORD, legalName: '新人', language: 'zh' } as const;
    await Promise.all([identity.get(SignUp).run(input), identity.get(SignUp).run(input)]);
    expect(await identity.query(`SELECT id FROM identity.account WHERE email_key = 'new@hz.example'`)).toHaveLength(1);
  });

  it('disabling an account ends its logins at once and refuses new ones', async () => {
    const { token } = await identity.signIn();
    const { accountId } = (await identity.whoHas(token))!;
    const admin = { via: 'system', reason: 'test' } as const;
    await identity.get(ManageAccounts).change(admin, accountId, { status: 'disabled' });
    expect(await identity.whoHas(token)).toBeNull();
    await expect(identity.signIn()).rejects.toBeInstanceOf(SignInFailed);
  });

  it('forgets old failures and ended logins, and nothing that is alive', async () => {
    await guess('10.0.0.9').catch(() => undefined);
    const { token } = await identity.signIn();
    await identity.get(ForgetOldAccess).run();
    expect(await identity.whoHas(token)).not.toBeNull();
    expect(await identity.query('SELECT key FROM identity.sign_in_failure WHERE failures > 0')).toHaveLength(2);
    identity.context.clock.advance(40 * MS_PER_DAY + MS_PER_MINUTE);
    await identity.get(ForgetOldAccess).run();
    expect(await identity.query('SELECT key FROM identity.sign_in_failure')).toEqual([]);
    expect(await identity.query('SELECT id FROM identity.login')).toEqual([]);
  });
});
