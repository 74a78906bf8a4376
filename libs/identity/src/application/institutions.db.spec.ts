import type { ApiKeyId, InstitutionId } from '@hz/kernel';
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
    expect((await byKey(key))?.principal).toMatchObject({ via: 'api-key', institutionId: own, scopes: KEY.scopes });
    await byKey(key);
    // 14:00 in Shanghai: ten hours until midnight there.
    await expect(byKey(key)).rejects.toMatchObject({ params: { dailyQuota: 2, retryAfterSeconds: 36_000 } });
    await expect(byKey(key)).rejects.toBeInstanceOf(QuotaUsedUp);
    expect(await identity.get(ApiKeys).list(clerk, own)).toMatchObject([{ usedToday: 2, revokedAt: null }]);
    identity.context.clock.advance(36_000_000);
    expect(await byKey(key)).not.toBeNull();
    expect(await identity.get(ApiKeys).list(clerk, own)).toMatchObject([{ usedToday: 1 }]);
  });

  it('calls that come all at once do not pass the quota', async () => {
    const { key } = await identity.get(ApiKeys).create(await clerkOf('own'), own, { ...KEY, dailyQuota: 5 });
    const answers = await Promise.allSettled(Array.from({ length: 12 }, () => byKey(key)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
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
