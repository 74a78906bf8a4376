import { ApiKeys, EnsureInstitution } from '@hz/identity';
import { ANONYMOUS, Api, type Account } from './support/api';

const QUESTION = { number: 'HZ-2026-124-000001-0', name: '王小明' };

describe('verification over HTTP', () => {
  let api: Api;
  let administrator: Account;
  beforeAll(async () => {
    api = await Api.start();
    administrator = await api.account('administrator', ['administrator']);
  }, 120_000);
  afterAll(() => api.stop());

  it('P7: serves everything that a stranger needs, to any origin', async () => {
    const did = await api.call(ANONYMOUS, 'GET', '/.well-known/did.json');
    expect(did.status).toBe(200);
    expect(did.headers['content-type']).toContain('application/did+json');
    expect(did.headers['access-control-allow-origin']).toBe('*');
    const { id, verificationMethod } = did.json<{ id: string; verificationMethod: { controller: string }[] }>();
    expect(id).toBe('did:web:localhost%3A3000');
    expect(verificationMethod).toMatchObject([{ type: 'Multikey', controller: id }]);
    const { rows } = (await api.call(ANONYMOUS, 'GET', '/contexts')).json<{ rows: { name: string }[] }>();
    for (const { name } of rows) {
      const context = await api.call(ANONYMOUS, 'GET', `/contexts/${name}`);
      expect(context.json()).toHaveProperty('@context');
    }
    expect((await api.call(ANONYMOUS, 'GET', '/contexts/nothing')).status).toBe(404);
    expect((await api.call(ANONYMOUS, 'GET', '/status-lists/99')).status).toBe(404);
  });

  it('what is public has an ETag and is not sent twice; answers are kept by nobody', async () => {
    const did = await api.call(ANONYMOUS, 'GET', '/.well-known/did.json');
    const { etag } = did.headers as { etag: string };
    for (const tag of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await api.call(ANONYMOUS, 'GET', '/.well-known/did.json', undefined, { 'if-none-match': tag });
      expect(again).toMatchObject({ status: 304 });
      expect(again.body).toHaveLength(0);
    }
    const other = await api.call(ANONYMOUS, 'GET', '/.well-known/did.json', undefined, { 'if-none-match': '"x"' });
    expect(other.status).toBe(200);
    const answer = await api.call(ANONYMOUS, 'POST', '/api/v1/verifications', QUESTION);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('wants a name or a code, and says the same of every number that it does not know', async () => {
    const neither = await api.call(ANONYMOUS, 'POST', '/api/v1/verifications', { number: QUESTION.number });
    expect(neither.status).toBe(422);
    const { body, status } = await api.call(ANONYMOUS, 'POST', '/api/v1/verifications', QUESTION);
    expect(status).toBe(200);
    expect(JSON.parse(body.toString())).toMatchObject({ verdict: 'not-valid', reason: 'not-found', certificate: null });
  });

  it('answers an institution by its key, within its scope and its quota, and audits it (P8)', async () => {
    const institutionId = await api.get(EnsureInstitution).run({ code: 'verify', name: { zh: '查验单位' } });
    const keyFor = async (scopes: readonly 'certificates:read'[], dailyQuota: number) => {
      const made = await api
        .get(ApiKeys)
        .create(administrator.principal, institutionId, { name: '查验系统', scopes: [...scopes], dailyQuota });
      return { name: 'institution', headers: { authorization: `Bearer ${made.key}` } };
    };
    const path = `/api/v1/certificates/${QUESTION.number}`;
    const limited = await keyFor(['certificates:read'], 2);
    expect((await api.call(limited, 'GET', path)).json()).toMatchObject({ verdict: 'not-valid', reason: 'not-found' });
    const last = await api.call(limited, 'GET', path);
    expect(last.status).toBe(200);
    expect(last.headers['ratelimit-policy']).toBe('"day";q=2;w=86400');
    expect(last.headers['ratelimit']).toMatch(/^"day";r=0;t=\d+$/);
    const beyond = await api.call(limited, 'GET', path);
    expect(beyond.status).toBe(429);
    expect(beyond.headers['ratelimit']).toBe(String(beyond.headers['ratelimit']).replace(/r=\d+/, 'r=0'));
    expect(Number(beyond.headers['retry-after'])).toBeGreaterThan(0);
    const without = await keyFor([], 10);
    expect((await api.call(without, 'GET', path)).status).toBe(403);
    const used = await api.sql<{ calls: number }>('SELECT calls FROM identity.api_key_use');
    // What was refused for its scope used up nothing.
    expect(used).toEqual([{ calls: 2 }]);
    expect((await api.call(administrator, 'GET', path)).status).toBe(403);
    const audited = await api.sql(`SELECT 1 FROM audit.entry WHERE action = 'verification.certificate-checked'`);
    expect(audited).toHaveLength(2);
  });

  it('slows down whoever guesses', async () => {
    const statuses = new Set<number>();
    for (let guess = 0; guess < 40; guess += 1) {
      statuses.add((await api.call(ANONYMOUS, 'POST', '/api/v1/verifications', QUESTION)).status);
    }
    expect([...statuses].sort()).toEqual([200, 429]);
    // Another number, and the code of the QR code, are not held up.
    for (const question of [
      { ...QUESTION, number: 'HZ-2026-124-000002-0' },
      { number: QUESTION.number, code: 'x' },
    ]) {
      expect((await api.call(ANONYMOUS, 'POST', '/api/v1/verifications', question)).status).toBe(200);
    }
    const from = { 'x-forwarded-for': '203.0.113.9' };
    const elsewhere = await api.call(ANONYMOUS, 'POST', '/api/v1/verifications', QUESTION, from);
    expect(elsewhere.status).toBe(429);
  });
});
