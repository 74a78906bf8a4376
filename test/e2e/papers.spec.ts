import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PAPER_TYPE, type AttemptView } from '@hz/delivery/contract';
import type { SessionId } from '@hz/kernel';
import { CONFIG, ConfigurationError, type Config } from '@hz/platform';
import { exportPapers } from '../../apps/worker/src/commands/export-papers';
import { ANONYMOUS, Api, type Account } from './support/api';
import { bankOf, Canaries } from './support/bank';
import { Exam } from './support/exam';

const CDN = 'https://papers.example';

describe('sealed papers over HTTP, and from anywhere else', () => {
  let api: Api;
  let sessionId: SessionId;
  let candidate: Account;
  let view: AttemptView;

  beforeAll(async () => {
    api = await Api.start({ PAPER_BASE_URL: `${CDN}/hz/` });
    const exam = await Exam.set(api, bankOf('A', new Canaries()));
    sessionId = await exam.session();
    candidate = await api.account('candidate', ['candidate']);
    const registrationId = await exam.register(sessionId, candidate);
    view = (await api.call(candidate, 'POST', `/api/v1/registrations/${registrationId}/attempt`)).json<AttemptView>();
  }, 120_000);
  afterAll(() => api?.stop());

  const own = () => `/api/v1/papers/${view.paper!.digest}`;

  it('go to anybody and may be kept for ever, by every cache and for every origin', async () => {
    const reply = await api.call(ANONYMOUS, 'GET', own(), undefined, { 'accept-encoding': 'gzip, br' });
    expect(reply.status).toBe(200);
    expect(reply.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': PAPER_TYPE,
      etag: `"${view.paper!.digest}"`,
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'content-length': String(view.paper!.bytes),
    });
    expect(reply.headers).not.toHaveProperty('set-cookie');
    expect(reply.headers).not.toHaveProperty('vary');
    expect(reply.body).toHaveLength(view.paper!.bytes);
  });

  it('are not sent again to who has them', async () => {
    const known = { 'if-none-match': `"${view.paper!.digest}"` };
    const reply = await api.call(ANONYMOUS, 'GET', own(), undefined, known);
    expect([reply.status, reply.body.length]).toEqual([304, 0]);
  });

  it.each([
    ['f'.repeat(64), 404, 'delivery.paper-not-found'],
    ['x', 422, 'platform.invalid'],
  ])('answers %s with %d and keeps that out of caches', async (digest, status, code) => {
    const reply = await api.call(ANONYMOUS, 'GET', `/api/v1/papers/${digest}`);
    expect([reply.status, reply.json<{ code: string }>().code]).toEqual([status, code]);
    expect(reply.headers['cache-control']).toBe('no-store');
  });

  it('are named where the settings say, and pages may fetch from there and from nowhere else', async () => {
    expect(view.paper!.url).toBe(`${CDN}/hz/${view.paper!.digest}`);
    const { headers } = await api.call(ANONYMOUS, 'GET', '/api/v1/server-time');
    expect(headers['content-security-policy']).toContain(`connect-src 'self' ${CDN};`);
  });

  it('are written for a CDN by a command, byte for byte and under their digests', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hz-papers-'));
    const log = jest.spyOn(console, 'log').mockImplementation();
    try {
      const config = api.app.get<Config>(CONFIG);
      const args = ['--session', sessionId, '--to', join(folder, 'new')];
      for (let time = 0; time < 2; time += 1) expect(await exportPapers(config, args)).toBe(0);
      expect(readdirSync(join(folder, 'new'))).toEqual([view.paper!.digest]);
      const served = await api.call(ANONYMOUS, 'GET', own());
      expect(readFileSync(join(folder, 'new', view.paper!.digest)).equals(served.body)).toBe(true);
      expect(() => exportPapers(config, ['--session', sessionId])).toThrow(ConfigurationError);
    } finally {
      log.mockRestore();
      rmSync(folder, { recursive: true });
    }
  }, 60_000);
});
