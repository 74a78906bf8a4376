import supertest from 'supertest';
import { ANONYMOUS, Api, type Account } from './support/api';

const SECURITY_HEADERS: Record<string, RegExp> = {
  'content-security-policy': /default-src 'self'.*object-src 'none'.*frame-ancestors 'none'/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^no-referrer$/,
  'x-frame-options': /^DENY$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /camera=\(\)/,
  'x-request-id': /^[0-9a-f-]{36}$/,
};

/** What every caller of the API may rely on, over real sockets. */
describe('the API', () => {
  let api: Api;
  let candidate: Account;
  const http = () => supertest(api.app.getHttpServer());

  beforeAll(async () => {
    api = await Api.start();
    await api.app.listen(0, '127.0.0.1');
    candidate = await api.account('candidate', ['candidate']);
  }, 60_000);
  afterAll(() => api?.stop());

  /** A refusal of each kind that can be had without setting much up. */
  const refusals: [string, number, string, () => supertest.Test][] = [
    ['an unknown route', 404, 'platform.not-found', () => http().get('/api/v1/nowhere')],
    ['an unknown page outside the API', 404, 'platform.not-found', () => http().get('/health/nowhere')],
    ['a method that a route lacks', 404, 'platform.not-found', () => http().delete('/api/v1/schemes')],
    ['a broken escape in a path', 400, 'platform.malformed', () => http().get('/api/v1/%E0%A4%A')],
    [
      'a part of a path that is too long',
      400,
      'platform.malformed',
      () => http().get(`/api/v1/schemes/${'x'.repeat(300)}`),
    ],
    ['JSON that cannot be read', 400, 'platform.malformed', () => json(http().post('/api/v1/login'), '{"email":')],
    [
      'a body of an unknown kind',
      400,
      'platform.malformed',
      () => http().post('/api/v1/login').set('content-type', 'text/xml').send('<a/>'),
    ],
    [
      'a body above the limit',
      413,
      'platform.too-large',
      () => json(http().post('/api/v1/login'), JSON.stringify({ email: 'x'.repeat(1_100_000) })),
    ],
    ['input that breaks its schema', 422, 'platform.invalid', () => json(http().post('/api/v1/login'), '{}')],
    ['a caller without a login', 401, 'platform.not-signed-in', () => http().get('/api/v1/me')],
    [
      'a wrong password',
      401,
      'identity.sign-in-failed',
      () => json(http().post('/api/v1/login'), JSON.stringify({ email: candidate.email, password: 'wrong password' })),
    ],
    [
      'a caller without the role',
      403,
      'platform.not-allowed',
      () => http().get('/api/v1/accounts').set('cookie', candidate.headers['cookie']!),
    ],
    [
      'an unsafe request without the token',
      403,
      'platform.csrf-token-missing',
      () => json(http().patch('/api/v1/me').set('cookie', candidate.headers['cookie']!), '{"displayName":"x"}'),
    ],
    [
      'an unsafe request with a wrong token',
      403,
      'platform.csrf-token-missing',
      () =>
        json(http().patch('/api/v1/me').set('cookie', candidate.headers['cookie']!), '{"displayName":"x"}').set(
          'x-csrf-token',
          'x'.repeat(32),
        ),
    ],
    ['a scheme that is not there', 404, 'competency.scheme-not-found', () => http().get('/api/v1/schemes/nobody')],
  ];

  function json(request: supertest.Test, body: string): supertest.Test {
    return request.set('content-type', 'application/json').send(body);
  }

  describe.each(refusals)('answers %s', (_, status, code, request) => {
    it.each(['zh', 'en'] as const)('with a problem document (RFC 9457) in %s', async (language) => {
      const reply = await request().set('accept-language', language);
      expect(reply.status).toBe(status);
      expect(reply.headers['content-type']).toMatch(/^application\/problem\+json/);
      const document = reply.body as Record<string, unknown> & { titles: Record<string, string> };
      expect(document).toEqual({
        type: `https://hengzheng.example/problems/${code}`,
        title: document.titles[language],
        titles: {
          zh: expect.stringMatching(/\p{Script=Han}/u) as string,
          en: expect.stringMatching(/^[A-Z]/) as string,
        },
        status,
        instance: reply.headers['x-request-id'],
        code,
        params: expect.any(Object) as object,
        errors: expect.any(Array) as unknown[],
      });
    });

    it('with all security headers, and out of caches', async () => {
      const { headers } = await request();
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(String(headers[name])).toMatch(value);
    });
  });

  it('says where the input is wrong, by JSON pointer, and repeats nothing of it', async () => {
    const reply = await json(
      http().post('/api/v1/login'),
      JSON.stringify({ email: 1, password: 'SECRET-CANARY'.repeat(20) }),
    );
    const { errors } = reply.body as { errors: { pointer: string; code: string }[] };
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual(['/email', '/password']);
    expect(reply.text).not.toContain('SECRET-CANARY');
  });

  it('changes nothing when the token is missing, and does with it', async () => {
    const change = (headers: Record<string, string>) =>
      http().patch('/api/v1/me').set(headers).send({ displayName: 'Changed' });
    await change({ cookie: candidate.headers['cookie']! }).expect(403);
    expect((await api.call(candidate, 'GET', '/api/v1/me')).json<{ displayName: string }>().displayName).not.toBe(
      'Changed',
    );
    expect((await change(candidate.headers)).status).toBeLessThan(300);
  });

  it.each([
    '/api/openapi.json',
    '/api/docs',
    '/api/docs/init.js',
    '/api/v1/schemes',
    '/api/v1/server-time',
    '/health/live',
    '/health/ready',
    '/metrics',
  ])('puts the security headers on %s', async (path) => {
    const reply = await http().get(path);
    expect(reply.status).toBe(200);
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(String(reply.headers[name])).toMatch(value);
    expect(reply.headers['x-powered-by']).toBeUndefined();
    expect(reply.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('keeps what it says of a person out of caches', async () => {
    const reply = await http().get('/api/v1/me').set('cookie', candidate.headers['cookie']!);
    expect(reply.headers['cache-control']).toBe('no-store');
  });

  it('gives cookies that scripts and foreign pages cannot use', async () => {
    const fresh = await api.account('fresh', ['candidate']);
    const body = { email: fresh.email, password: 'a quiet river at dawn' };
    const reply = await http().post('/api/v1/login').send(body).expect(200);
    const cookies = reply.headers['set-cookie'] as unknown as string[];
    expect(cookies.map((cookie) => cookie.split('=')[0]).sort()).toEqual(['hz_device', 'hz_login']);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/; HttpOnly/);
      expect(cookie).toMatch(/; SameSite=(Lax|Strict)/);
      expect(cookie).toMatch(/; Path=\//);
      expect(cookie).not.toMatch(/Domain=/);
    }
  });

  it('takes an open CORS preflight for nothing that it knows', async () => {
    const reply = await http()
      .options('/api/v1/login')
      .set({ origin: 'https://evil.example', 'access-control-request-method': 'POST' });
    expect(reply.headers['access-control-allow-origin']).toBeUndefined();
    expect(reply.status).toBe(404);
  });

  it('is alive, and ready with each part named', async () => {
    expect((await http().get('/health/live')).body).toEqual({ status: 'live' });
    const { status, body } = await http().get('/health/ready');
    expect(status).toBe(200);
    expect(body).toMatchObject({ database: { ok: true }, queue: { ok: true, backend: 'postgres' } });
    expect((body as { durability: { ok: boolean } }).durability.ok ? 'ready' : 'degraded').toBe(
      (body as { status: string }).status,
    );
  });

  it('gives its figures to the own network, and to nobody behind a proxy', async () => {
    const reply = await http().get('/metrics').expect(200);
    expect(reply.headers['content-type']).toMatch(/^text\/plain/);
    expect(reply.text).toMatch(/^# TYPE \w+ (?:counter|gauge|histogram)$/m);
    expect(reply.text).toMatch(/^process_cpu_seconds_total /m);
    await http().get('/metrics').set('x-forwarded-for', '203.0.113.7').expect(404);
  });

  it('names no token and no address in its figures', async () => {
    await api.call(ANONYMOUS, 'POST', '/api/v1/password-resets/TOKEN-CANARY-0123456789', {
      password: 'a long new password',
    });
    expect((await http().get('/metrics')).text).not.toContain('TOKEN-CANARY');
  });
});

describe('the API behind HTTPS', () => {
  let api: Api;
  beforeAll(async () => {
    api = await Api.start({ PUBLIC_URL: 'https://exam.example' });
  }, 60_000);
  afterAll(() => api?.stop());

  it('binds its cookies to this very host and asks browsers to stay with HTTPS', async () => {
    const { email } = await api.account('secure', ['candidate']);
    const reply = await api.call(ANONYMOUS, 'POST', '/api/v1/login', { email, password: 'a quiet river at dawn' });
    const cookies = [reply.headers['set-cookie']].flat().map(String);
    for (const cookie of cookies) expect(cookie).toMatch(/^__Host-.*; Secure/);
    expect(reply.headers['strict-transport-security']).toMatch(/max-age=\d{8}/);
  });
});
