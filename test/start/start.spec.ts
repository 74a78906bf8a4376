import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../tools/processes';
import { processesOf, startAndFail, Started, type Outcome } from './start-command';

const FIRST_START_WITHIN_MS = 180_000;
const NEXT_START_WITHIN_MS = 20_000;
const SECRET = 'not-for-the-screen';

/** One sentence, in both languages, no stack; nothing made, nothing left running. */
function expectRefusal({ code, errors }: Outcome, folder: string, says: RegExp): void {
  expect(errors.trim().split('\n')).toEqual([expect.stringMatching(says)]);
  expect(errors).toMatch(/\p{Script=Han}/u);
  expect(errors).not.toContain(SECRET);
  expect(code).toBe(1);
  expect(existsSync(folder)).toBe(false);
  expect(processesOf(folder)).toEqual([]);
}

describe('npm start', () => {
  // Closed to all other accounts, as the home folder of root is.
  const home = mkdtempSync(join(tmpdir(), 'hz-start-'));
  const fresh = join(home, 'nothing-yet');
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('refuses a port that is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };
    expectRefusal(startAndFail({ PORT: String(port), DATA_DIR: fresh }), fresh, new RegExp(`Port ${port} is taken`));
    server.close();
  });

  it.each([
    ['PORT', 'eighty'],
    ['DATABASE_URL', `mysql://root:${SECRET}@localhost/hz`],
    ['REDIS_URL', `http://:${SECRET}@localhost`],
    ['HZ_MASTER_KEY', SECRET],
    ['SMTP_URL', `http://:${SECRET}@localhost`],
  ])('refuses a bad %s, and does not print it', async (name, value) => {
    const settings = { PORT: String(await freePort()), DATA_DIR: fresh, [name]: value };
    expectRefusal(startAndFail(settings), fresh, new RegExp(`Bad setting: ${name}$`));
  });

  it('refuses a database that cannot be reached', async () => {
    const settings = {
      PORT: String(await freePort()),
      DATA_DIR: fresh,
      DATABASE_URL: `postgres://hz:${SECRET}@127.0.0.1:${await freePort()}/hz`,
    };
    expectRefusal(startAndFail(settings), fresh, /database of DATABASE_URL cannot be reached: ECONNREFUSED/);
  });

  // Only root may mount a small disk; elsewhere the test counts as skipped.
  (process.getuid?.() === 0 ? it : it.skip)('refuses a disk with too little space', async () => {
    const disk = join(home, 'disk');
    mkdirSync(disk);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=50m', 'tmpfs', disk]);
    const folder = join(disk, 'data');
    try {
      expectRefusal(
        startAndFail({ PORT: String(await freePort()), DATA_DIR: folder }),
        folder,
        /Too little disk space/,
      );
    } finally {
      execFileSync('umount', [disk]);
    }
  });

  it('refuses data of another database version, and leaves them as they are', async () => {
    const folder = join(home, 'old');
    mkdirSync(join(folder, 'postgres'), { recursive: true });
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '9.6\n');
    const { code, errors } = startAndFail({ PORT: String(await freePort()), DATA_DIR: folder });
    expect([code, errors.trim().split('\n').length]).toEqual([1, 1]);
    expect(errors).toContain('The database did not start');
    expect(readdirSync(join(folder, 'postgres'))).toEqual(['PG_VERSION']);
    expect(processesOf(folder)).toEqual([]);
  });

  it('starts on an empty folder, ends on Ctrl-C, starts again with what it had, and ends on SIGTERM', async () => {
    const folder = join(home, 'data');
    const settings = { PORT: String(await freePort()), DATA_DIR: folder };
    const first = new Started(settings);
    expect(await first.ready()).toBeLessThan(FIRST_START_WITHIN_MS);
    expect(first.output).toMatch(/Queue: (Redis|PostgreSQL)/);
    expect(first.output).toContain(`http://localhost:${settings.PORT}`);
    expect(first.output).toContain('manager@demo.example');
    for (const path of ['/', '/health/ready', '/api/openapi.json']) {
      expect((await fetch(first.base + path)).status).toBe(200);
    }
    const account = {
      email: 'kept@candidates.example',
      password: 'a quiet river bend',
      legalName: '王小明',
      language: 'zh',
    };
    expect((await post(`${first.base}/api/v1/accounts`, account)).ok).toBe(true);
    expect(await first.end('terminal')).toBe(0);
    expect(processesOf(folder)).toEqual([]);

    const second = new Started(settings);
    expect(await second.ready()).toBeLessThan(NEXT_START_WITHIN_MS);
    const { email, password } = account;
    expect((await post(`${second.base}/api/v1/login`, { email, password })).status).toBe(200);
    expect(await second.end('SIGTERM')).toBe(0);
    expect(processesOf(folder)).toEqual([]);
  });

  it('ends a start that is still under way', async () => {
    const folder = join(home, 'interrupted');
    const started = new Started({ PORT: String(await freePort()), DATA_DIR: folder });
    await started.said('Queue');
    await started.end('SIGTERM');
    expect(processesOf(folder)).toEqual([]);
  });
});

function post(url: string, body: object): Promise<Response> {
  return fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
}
