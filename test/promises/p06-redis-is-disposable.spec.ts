import { spawn, type ChildProcess } from 'node:child_process';
import { createConnection } from 'node:net';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Candidate } from '../tools/candidate';
import { Installation } from '../tools/installation';
import { brokenInvariants } from '../tools/invariants';
import { Ledger } from '../tools/ledger';
import { pause } from '../tools/processes';

const program = process.env['TEST_REDIS_PROGRAM'];
const port = 20_000 + (process.pid % 20_000);

function startRedis(): ChildProcess {
  return spawn(
    program!,
    [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--appendonly',
      'no',
      '--dir',
      mkdtempSync(join(tmpdir(), 'hz-redis-')),
    ],
    { stdio: 'ignore' },
  );
}

async function flushAll(): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const socket = createConnection(port, '127.0.0.1', () => socket.write('FLUSHALL\r\n'));
    socket.on('error', reject);
    socket.on('data', () => {
      socket.destroy();
      resolve();
    });
  });
}

// Where the machine has no Redis, the set-up says so and the queue is PostgreSQL: then there is nothing to lose.
(program ? describe : describe.skip)('P6: Redis is disposable', () => {
  let installation: Installation;
  let redis: ChildProcess;

  beforeAll(async () => {
    redis = startRedis();
    await pause(500);
    installation = await Installation.create({ redisUrl: `redis://127.0.0.1:${port}` });
    await installation.startApi();
    installation.startWorker();
  });
  afterAll(async () => {
    await installation.remove();
    redis.kill('SIGKILL');
  });

  it('F14: FLUSHALL, kill -9 and an empty restart lose no save, sign nobody out, and every job is done afterwards', async () => {
    const ledger = new Ledger();
    const candidates = await Promise.all(
      Array.from({ length: 4 }, (_, index) => Candidate.signUp(installation.base, `redis${index}`)),
    );
    for (const candidate of candidates) await candidate.start();
    const sitting = candidates.map((candidate) => candidate.answerAll(ledger));
    for (let round = 0; round < 3; round += 1) {
      await pause(200);
      await flushAll();
    }
    redis.kill('SIGKILL');
    await Promise.all(sitting);
    const receipts = await Promise.all(candidates.map((candidate) => candidate.submit()));
    expect(receipts).toHaveLength(4);
    redis = startRedis();
    await pause(500);
    await flushAll();
    const me = await candidates[0]!.client.call('GET', '/api/v1/me');
    expect(me.status).toBe(200);
    expect(await ledger.lost(installation)).toEqual([]);
    await installation.until('SELECT count(*) = 4 FROM grading.scored_attempt', [], 90_000);
    await installation.until('SELECT count(*) = 0 FROM platform.delivery WHERE done_at IS NULL', [], 90_000);
    expect(await brokenInvariants(installation)).toEqual([]);
  });
});
