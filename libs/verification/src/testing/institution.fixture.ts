import { ApiKeys, EnsureInstitution, LoginAuthenticator } from '@hz/identity';
import type { Principal } from '@hz/kernel';
import type { TestContext } from '@hz/platform/testing';

const ADMINISTRATOR = {
  via: 'login',
  accountId: '0190a000-0000-7000-8000-00000000000a',
  personId: '0190a000-0000-7000-8000-00000000000b',
  loginId: '0190a000-0000-7000-8000-00000000000c',
  roles: ['administrator'],
  institutionId: null,
} as never;

/** The principal behind a new key of an institution, as the gate would find it. */
export async function keyHolder(
  context: TestContext,
  code: string,
  { sandbox = false, dailyQuota = 100_000 } = {},
): Promise<Extract<Principal, { via: 'api-key' }>> {
  const id = await context.module.get(EnsureInstitution).run({ code, name: { zh: code } });
  const scopes = ['certificates:read', 'certificates:batch', 'queries:read', 'webhooks:manage'] as const;
  const wanted = { name: 'key', scopes: [...scopes], dailyQuota, sandbox };
  const { key } = await context.module.get(ApiKeys).create(ADMINISTRATOR, id, wanted);
  const found = await context.module
    .get(LoginAuthenticator)
    .authenticate({ cookie: undefined, authorization: `Bearer ${key}` });
  return found!.principal as Extract<Principal, { via: 'api-key' }>;
}
