import type { ApiKeyId, InstitutionId, Principal } from '@hz/kernel';
import type { QuotaLeft } from '@hz/platform';
import { InstitutionUnknown, OwnRightsKept, QuotaUsedUp } from '../contract';
import { ApiKeys } from './api-keys';
import { EnsureAccount, EnsureInstitution } from './ensure-account.command';
import { identityFixture, PASSWORD, personWith, type Fixture } from './identity.fixture';
import { Institutions } from './institutions';
import { LoginAuthenticator } from './login-authenticator';
import { ManageAccounts } from './manage-accounts';

const ABSENT = '00000000-0000-7000-8000-000000000000' as InstitutionId;
const NOT_FOUND = { code: 'platform.not-found' };
const KEY = { name: 'hr', scopes: ['certificates:read' as const], dailyQuota: 2 };

describe('institutions, their people and keys', () => {
  let identity: Fixture;
  let own: InstitutionId;
  let other: InstitutionId;
  beforeEach(async () => {
    identity = await identityFixture();
    own = await identity.get(EnsureInstitution).run({ code: 'own', name: { zh: '甲', en: 'A' } });
    other = await identity.get(EnsureInstitution).run({ code: 'other', name: { zh: '乙', en: 'B' } });
  });
  afterEach(() => identity.context.close());

  const clerkOf = (code: 'own' | 'other') =>
    personWith(identity, ['institution-clerk'], { code, id: code === 'own' ? own : other });
  const byKey = (key: string) =>
    identity.get(LoginAuthenticator).authenticate({ cookie: undefined, authorization: `Bearer ${key}` });

  const charge = async (key: string, tell?: (left: QuotaLeft) => void) => {
    const { principal } = (await byKey(key))!;
    await identity.get(LoginAuthenticator).charge(principal, tell ?? (() => undefined));
  };

  it('P9: a clerk reaches the own institution only; another reads exactly as one that is not there', async () => {
    const clerk = await clerkOf('own');
    await clerkOf('other');
    const page = await identity.get(Institutions).peopleOf(clerk, own, { limit: 10 });
    expect(page.rows.map(({ personId }) => personId)).toEqual([clerk.personId]);
    const foreignKey = await identity.get(ApiKeys).create(await clerkOf('other'), other, KEY);
    for (const foreign of [other, ABSENT]) {
      await expect(identity.get(Institutions).peopleOf(clerk, foreign, { limit: 10 })).rejects.toMatchObject(NOT_FOUND);
      await expect(identity.get(ApiKeys).list(clerk, foreign)).rejects.toMatchObject(NOT_FOUND);
      await expect(identity.get(ApiKeys).create(clerk, foreign, KEY)).rejects.toMatchObject(NOT_FOUND);
    }
    const id = foreignKey.id as ApiKeyId;
    await expect(identity.get(ApiKeys).revoke(clerk, other, id)).rejects.toMatchObject(NOT_FOUND);
    await expect(identity.get(ApiKeys).revoke(clerk, own, id)).rejects.toMatchObject(NOT_FOUND);
    expect(await byKey(foreignKey.key)).not.toBeNull();
  });

  it('P9: belonging to an institution without being its clerk opens nothing', async () => {
    const member = await personWith(identity, ['candidate'], { code: 'own', id: own });
    await expect(identity.get(Institutions).peopleOf(member, own, { limit: 10 })).rejects.toMatchObject(NOT_FOUND);
    const admin = await personWith(identity, ['administrator']);
    await expect(identity.get(ApiKeys).list(admin, own)).resolves.toEqual([]);
  });

  it('a key is known by its hash only, counts its calls, rests when the quota is used up, and begins anew the next day', async () => {
    const clerk = await clerkOf('own');
    const { key } = await identity.get(ApiKeys).create(clerk, own, KEY);
    expect(key).toMatch(/^hzk_[\w-]{8}_[\w-]{43}$/);
    expect(JSON.stringify(await identity.query('SELECT * FROM identity.api_key'))).not.toContain(key.slice(-43));
    const shown = { via: 'api-key', institutionId: own, scopes: KEY.scopes, sandbox: false };
    expect((await byKey(key))?.principal).toMatchObject(shown);
    expect(await identity.get(ApiKeys).list(clerk, own)).toMatchObject([{ usedToday: 0 }]);
    const left: unknown[] = [];
    const call = () => charge(key, (told) => left.push(told));
    await call();
    await call();
    // 14:00 in Shanghai: ten hours until midnight there.
    await expect(call()).rejects.toMatchObject({ params: { dailyQuota: 2, retryAfterSeconds: 36_000 } });
    await expect(call()).rejects.toBeInstanceOf(QuotaUsedUp);
    const policy = { limit: 2, windowSeconds: 86_400, resetSeconds: 36_000 };
    expect(left).toEqual([1, 0, 0, 0].map((remaining) => ({ ...policy, remaining })));
    expect(await identity.get(ApiKeys).list(clerk, own)).toMatchObject([{ usedToday: 2, revokedAt: null }]);
    identity.context.clock.advance(36_000_000);
    await call();
    expect(await identity.get(ApiKeys).list(clerk, own)).toMatchObject([{ usedToday: 1 }]);
  });

  it('calls that come all at once do not pass the quota', async () => {
    const { key } = await identity.get(ApiKeys).create(await clerkOf('own'), own, { ...KEY, dailyQuota: 5 });
    const answers = await Promise.allSettled(Array.from({ length: 12 }, () => charge(key)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
  });

  it('a rotated key works beside its successor until the overlap ends; both use up one quota, and it is replaced once', async () => {
    const clerk = await clerkOf('own');
    const keys = identity.get(ApiKeys);
    const old = await keys.create(clerk, own, { ...KEY, dailyQuota: 3 });
    const rotate = (who: Principal, at: InstitutionId) => keys.rotate(who, at, old.id as ApiKeyId, { overlapHours: 2 });
    await expect(rotate(await clerkOf('other'), other)).rejects.toMatchObject(NOT_FOUND);
    const made = await rotate(clerk, own);
    await expect(rotate(clerk, own)).rejects.toMatchObject(NOT_FOUND);
    for (const key of [old.key, made.key, old.key]) await charge(key);
    for (const key of [old.key, made.key]) await expect(charge(key)).rejects.toBeInstanceOf(QuotaUsedUp);
    identity.context.clock.advance(2 * 3_600_000 - 1);
    expect(await byKey(old.key)).not.toBeNull();
    identity.context.clock.advance(1);
    expect(await byKey(old.key)).toBeNull();
    expect(await byKey(made.key)).not.toBeNull();
    const again = await keys.rotate(clerk, own, made.id as ApiKeyId, { overlapHours: 0 });
    expect(await byKey(made.key)).toBeNull();
    expect((await byKey(again.key))?.principal).toMatchObject({ scopes: KEY.scopes });
  });

  it('a sandbox key says so in its form, and neither form opens the other', async () => {
    const { key } = await identity.get(ApiKeys).create(await clerkOf('own'), own, { ...KEY, sandbox: true });
    expect(key).toMatch(/^hzk_test_[\w-]{8}_[\w-]{43}$/);
    expect((await byKey(key))?.principal).toMatchObject({ sandbox: true });
    expect(await byKey(key.replace('hzk_test_', 'hzk_'))).toBeNull();
    const live = await identity.get(ApiKeys).create(await clerkOf('own'), own, KEY);
    expect(await byKey(live.key.replace('hzk_', 'hzk_test_'))).toBeNull();
  });

  it('a revoked key is dead at once; a wrong secret and a wrong form are no keys', async () => {
    const clerk = await clerkOf('own');
    const { id, key } = await identity.get(ApiKeys).create(clerk, own, KEY);
    expect(await byKey(key.slice(0, -1) + (key.endsWith('A') ? 'B' : 'A'))).toBeNull();
    expect(await byKey('hzk_short')).toBeNull();
    await identity.get(ApiKeys).revoke(clerk, own, id as ApiKeyId);
    expect(await byKey(key)).toBeNull();
    expect(await identity.get(ApiKeys).list(clerk, own)).toMatchObject([{ usedToday: 0 }]);
  });

  it('accounts are searched, paged and changed; nobody locks the own administrator out', async () => {
    const accounts = identity.get(ManageAccounts);
    const admin = await personWith(identity, ['administrator']);
    for (const code of ['own', 'other'] as const) await clerkOf(code);
    const first = await accounts.page({ limit: 3 });
    const rest = await accounts.page({ limit: 3, cursor: first.nextCursor! });
    expect(new Set([...first.rows, ...rest.rows].map(({ id }) => id)).size).toBe(4);
    expect(rest.nextCursor).toBeNull();
    expect((await accounts.page({ limit: 9, search: '王小' })).rows).toHaveLength(1);
    expect((await accounts.page({ limit: 9, search: '%' })).rows).toEqual([]);
    expect((await accounts.page({ limit: 9, role: 'institution-clerk' })).rows).toHaveLength(2);
    await expect(accounts.change(admin, admin.accountId, { roles: ['author'] })).rejects.toBeInstanceOf(OwnRightsKept);
    const { accountId } = await identity.who();
    await expect(accounts.change(admin, accountId, { institutionId: ABSENT })).rejects.toBeInstanceOf(
      InstitutionUnknown,
    );
    await accounts.change(admin, accountId, { roles: ['marker', 'candidate'], institutionId: own });
    expect(await identity.who()).toMatchObject({ institutionId: own });
    expect([...(await identity.who()).roles].sort()).toEqual(['candidate', 'marker']);
  });

  it('making the first accounts may be repeated, and names an institution that is there', async () => {
    const wanted = {
      email: 'Boss@hz.example',
      password: PASSWORD,
      legalName: '主任',
      roles: ['administrator' as const],
    };
    expect(await identity.get(EnsureAccount).run(wanted)).toEqual(await identity.get(EnsureAccount).run(wanted));
    expect(await identity.get(EnsureInstitution).run({ code: 'own', name: { zh: '甲', en: 'A' } })).toBe(own);
    const lost = { ...wanted, email: 'lost@hz.example', institutionCode: 'nowhere' };
    await expect(identity.get(EnsureAccount).run(lost)).rejects.toBeInstanceOf(InstitutionUnknown);
  });
});
