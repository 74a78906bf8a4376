import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ApiKeys, EnsureInstitution } from '@hz/identity';
import { API_SCOPES } from '@hz/identity/contract';
import { DeliveryRunner, OutboxRelay } from '@hz/platform';
import { Hengzheng, HengzhengError } from '../../packages/client/src';
import { Api } from './support/api';

const root = join(__dirname, '../..');
const run = promisify(execFile);
const VALID = { number: 'HZ-0000-000-000001-T', name: '测试持证人' };

describe('the API for institutions, from outside', () => {
  let api: Api;
  let url: string;
  let keys: { test: string; live: string; few: string };
  let working = true;
  let work: Promise<void>;

  beforeAll(async () => {
    api = await Api.start();
    await api.app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${(api.app.getHttpServer().address() as AddressInfo).port}`;
    const { principal } = await api.account('administrator', ['administrator']);
    const institution = await api.get(EnsureInstitution).run({ code: 'school', name: { zh: '学校' } });
    const key = async (sandbox: boolean, dailyQuota = 10_000) => {
      const wanted = { name: 'key', scopes: [...API_SCOPES], dailyQuota, sandbox };
      return (await api.get(ApiKeys).create(principal, institution, wanted)).key;
    };
    keys = { test: await key(true), live: await key(false), few: await key(true, 1) };
    work = worker();
  }, 120_000);
  afterAll(async () => {
    working = false;
    await work;
    await api.stop();
  });

  /** Does what the worker does, until the end of the tests. */
  async function worker(): Promise<void> {
    while (working) {
      await api.get(OutboxRelay).round();
      const open = await api.sql<{ job: string; id: string }>(
        `SELECT job, outbox_id::text AS id FROM platform.delivery WHERE done_at IS NULL AND stuck_at IS NULL AND job LIKE 'verification.%'`,
      );
      for (const { job, id } of open) await api.get(DeliveryRunner).run(job, id);
      await new Promise((done) => setTimeout(done, 100));
    }
  }
  const client = (key: string, more = {}) => new Hengzheng({ baseUrl: url, key, ...more });
  const environment = () => ({
    PATH: process.env['PATH'],
    HENGZHENG_URL: url,
    HENGZHENG_TEST_KEY: keys.test,
    HENGZHENG_KEY: keys.live,
    NO_PROXY: '*',
  });

  it('runs every command of docs/api.md', async () => {
    const text = readFileSync(join(root, 'docs/api.md'), 'utf8');
    const commands = [...text.matchAll(/^```bash\n(.*?)^```$/gms)].map(([, command]) => command!);
    expect(commands.length).toBeGreaterThanOrEqual(8);
    const cwd = mkdtempSync(join(tmpdir(), 'hz-api-doc-'));
    const outputs: string[] = [];
    for (const command of commands) {
      const script = ['-euo', 'pipefail', '-c', command];
      outputs.push(
        (await run('bash', script, { cwd, env: environment() as NodeJS.ProcessEnv, timeout: 30_000 })).stdout,
      );
    }
    expect(outputs[0]!.trim().split('\n')).toHaveLength(7);
    const batch = outputs.find((output) => output.startsWith('1 '))!;
    expect(batch.trim().split('\n')).toEqual([
      '1 HZ-0000-000-000001-T valid null',
      '2 HZ-0000-000-000002-T not-valid null',
      '3 null null not-json',
    ]);
  }, 60_000);

  it('the client checks, in every way, and says what it cannot do', async () => {
    const { rows } = await client(keys.test).sandbox();
    for (const { state, number, name, credential, jwt } of rows) {
      for (const asked of [{ number, name }, { credential }, { jwt }]) {
        const { verdict, reason } = await client(keys.test).check(asked);
        expect(state === 'valid' || state === 'cannot-be-determined' ? verdict : reason).toBe(state);
      }
    }
    const wrong: unknown = await client('hzk_wrong')
      .check(VALID)
      .catch((error: unknown) => error);
    expect(wrong).toBeInstanceOf(HengzhengError);
    expect(wrong).toMatchObject({
      status: 401,
      code: 'platform.not-signed-in',
      problem: { titles: { zh: '请先登录' } },
    });
  });

  it('the client takes a batch to its end and reads back what was asked', async () => {
    const questions = Array.from({ length: 450 }, () => VALID);
    const batch = await client(keys.test).startBatch(questions, { idempotencyKey: 'all' });
    expect((await client(keys.test).startBatch(questions, { idempotencyKey: 'all' })).id).toBe(batch.id);
    const lines: number[] = [];
    for await (const { line, answer } of client(keys.test, { sleep: () => Promise.resolve() }).results(batch.id)) {
      expect(answer?.verdict).toBe('valid');
      lines.push(line);
    }
    expect(lines).toEqual(Array.from({ length: 450 }, (_, at) => at + 1));
    let asked = 0;
    for await (const { number } of client(keys.test).queries({ number: VALID.number }))
      asked += number === VALID.number ? 1 : 0;
    expect(asked).toBeGreaterThanOrEqual(450);
  }, 60_000);

  it('the client manages webhooks', async () => {
    const { webhooks } = client(keys.live);
    const { id, secret } = await webhooks.create({
      url: 'https://hooks.example/',
      description: '',
      events: ['certificate.revoked'],
    });
    expect(secret).toMatch(/^whsec_/);
    expect((await webhooks.rotateSecret(id)).secret).not.toBe(secret);
    expect(await webhooks.change(id, { active: false })).toMatchObject({ status: 'disabled' });
    const { id: delivery } = await webhooks.test(id);
    expect(await webhooks.redeliver(delivery)).toMatchObject({ status: 'open' });
    expect((await webhooks.deliveries(id)).rows).toHaveLength(1);
    await webhooks.remove(id);
    expect((await webhooks.list()).some((each) => each.id === id)).toBe(false);
  });

  it('the client waits as long as it is told to, and not for the next day', async () => {
    const pauses: number[] = [];
    let busy = 2;
    const flaky: typeof fetch = (...given) =>
      busy-- > 0
        ? Promise.resolve(new Response('', { status: 503, headers: { 'retry-after': '7' } }))
        : fetch(...given);
    const sleep = (ms: number) => Promise.resolve(void pauses.push(ms));
    expect(await client(keys.few, { fetch: flaky, sleep }).check(VALID)).toMatchObject({ verdict: 'valid' });
    expect(pauses).toEqual([7_000, 7_000]);
    const usedUp: unknown = await client(keys.few, { sleep })
      .check(VALID)
      .catch((error: unknown) => error);
    expect(usedUp).toMatchObject({ status: 429, code: 'identity.quota-used-up' });
    expect(pauses).toHaveLength(2);
  });

  it('the examples of the package run as they are', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hz-client-'));
    for (const part of ['src', 'examples', 'package.json']) {
      cpSync(join(root, 'packages/client', part), join(folder, part), { recursive: true });
    }
    const swc = [join(root, 'node_modules/@swc/cli/bin/swc.js'), 'src', '-d', 'dist', '--strip-leading-paths'];
    const ways = ['--config-file', join(root, '.swcrc'), '--ignore', '**/*.spec.ts', '--quiet'];
    await run(process.execPath, [...swc, ...ways], { cwd: folder });
    const env = { ...environment(), HENGZHENG_KEY: keys.test } as NodeJS.ProcessEnv;
    const node = (script: string) => `"${process.execPath}" ${join(folder, 'examples', script)}`;
    const checked = await run('bash', ['-c', `${node('check.mjs')} ${VALID.number} ${VALID.name}`], { env });
    expect(checked.stdout.trim()).toBe('valid · 测试持证人');
    const question = JSON.stringify(VALID);
    const batch = await run('bash', ['-c', `echo '${question}' | ${node('batch.mjs')}`], { env });
    expect(JSON.parse(batch.stdout)).toMatchObject({ line: 1, answer: { verdict: 'valid' } });
  }, 60_000);
});
