import { APP_GUARD } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AuditModule } from '@hz/audit';
import { Authenticator, Gate, InputGuard, PermissionGuard, ProblemCatalogue, ProblemFilter } from '@hz/platform';
import { testContext, type TestContext } from '@hz/platform/testing';
import { LoginAuthenticator } from '../application/login-authenticator';
import { identityProblems } from '../contract';
import { IdentityModule } from '../identity.module';

const PERSON = { email: 'wang@hz.example', password: 'a quiet river bend' };

async function started(
  settings: Record<string, string>,
): Promise<{ context: TestContext; app: NestFastifyApplication }> {
  const context = await testContext([AuditModule, IdentityModule], {
    settings,
    providers: [
      { provide: APP_GUARD, useClass: PermissionGuard },
      { provide: APP_GUARD, useClass: InputGuard },
      { provide: Authenticator, useExisting: LoginAuthenticator },
      Gate,
    ],
  });
  const app = context.module.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
  app.useGlobalFilters(new ProblemFilter(new ProblemCatalogue(identityProblems)));
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return { context, app };
}

describe.each([
  ['http://localhost:3000', '', ''],
  ['https://hz.example', '__Host-', '; Secure'],
])('signing in by HTTP at %s', (publicUrl, prefix, secure) => {
  let context: TestContext;
  let app: NestFastifyApplication;
  beforeAll(async () => {
    ({ context, app } = await started({ PUBLIC_URL: publicUrl }));
    const signUp = { ...PERSON, legalName: '王小明' };
    const first = await app.inject({ method: 'POST', url: '/api/v1/accounts', payload: signUp });
    const again = await app.inject({ method: 'POST', url: '/api/v1/accounts', payload: signUp });
    expect([first.statusCode, first.body]).toEqual([202, again.body]);
    expect(again.statusCode).toBe(202);
  });
  afterAll(() => context.close());

  const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
    app.inject({ method: 'POST', url, payload, headers });

  it('sets two cookies that no script reads, and asks for the CSRF token afterwards', async () => {
    const reply = await post('/api/v1/login', PERSON);
    expect(reply.statusCode).toBe(200);
    const cookies = [reply.headers['set-cookie']].flat() as string[];
    const attributes = `Path=/; HttpOnly; SameSite=Lax; Max-Age=`;
    expect(cookies[0]).toMatch(new RegExp(`^${prefix}hz_login=[\\w-]{43}; ${attributes}604800${secure}$`));
    expect(cookies[1]).toMatch(new RegExp(`^${prefix}hz_device=[\\w.-]+; ${attributes}15552000${secure}$`));
    const cookie = cookies.map((line) => line.split(';')[0]).join('; ');
    const { csrfToken } = reply.json<{ csrfToken: string }>();
    const me = await app.inject({ url: '/api/v1/me', headers: { cookie } });
    expect(me.json()).toMatchObject({ csrfToken, secondFactor: { needed: false, confirmed: false } });

    const without = await app.inject({ method: 'DELETE', url: '/api/v1/login', headers: { cookie } });
    expect([without.statusCode, without.json<{ code: string }>().code]).toEqual([403, 'platform.csrf-token-missing']);
    const out = await app.inject({
      method: 'DELETE',
      url: '/api/v1/login',
      headers: { cookie, 'x-csrf-token': csrfToken },
    });
    expect(out.statusCode).toBe(204);
    expect(out.headers['set-cookie']).toBe(`${prefix}hz_login=; ${attributes}0${secure}`);
    expect((await app.inject({ url: '/api/v1/me', headers: { cookie } })).statusCode).toBe(401);
  });

  it('answers a known and an unknown address byte for byte alike but for the request id', async () => {
    const answers = await Promise.all(
      [PERSON.email, 'nobody@hz.example'].map((email) => post('/api/v1/login', { email, password: 'not it at all' })),
    );
    const [known, unknown] = answers.map((answer) => {
      const { instance: _, ...body } = answer.json<Record<string, unknown>>();
      return { status: answer.statusCode, body, cookies: answer.headers['set-cookie'] };
    });
    expect(known).toEqual(unknown);
    expect(known).toMatchObject({ status: 401, body: { code: 'identity.sign-in-failed' }, cookies: undefined });
    const resets = await Promise.all(
      [PERSON.email, 'nobody@hz.example'].map((email) => post('/api/v1/password-resets', { email })),
    );
    expect(resets.map(({ statusCode, body }) => [statusCode, body])).toEqual([
      [202, ''],
      [202, ''],
    ]);
  });

  it.each([
    [{ ...PERSON, email: 'x@hz.example', password: 'too short' }, 'platform.invalid'],
    [{ ...PERSON, email: 'x@hz.example', password: 'y'.repeat(129) }, 'platform.invalid'],
    [{ email: 'long.name@hz.example', password: 'long.name@hz.example' }, 'identity.password-too-easy'],
  ])('refuses to sign up %j', async (input, code) => {
    const reply = await post('/api/v1/accounts', { ...input, legalName: '某人' });
    expect([reply.statusCode, reply.json<{ code: string }>().code]).toEqual([422, code]);
  });
});
