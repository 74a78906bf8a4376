import { spawn, type ChildProcess } from 'node:child_process';
import { createConnection } from 'node:net';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Queue } from 'bullmq';
import { Cluster } from 'ioredis';
import { Candidate, someResponse } from '../tools/candidate';
import { Installation } from '../tools/installation';
import { brokenInvariants } from '../tools/invariants';
import { Ledger } from '../tools/ledger';
import { pause } from '../tools/processes';
import { RedisCluster } from '../tools/redis-cluster';

const program = process.env['TEST_REDIS_PROGRAM'];
const port = 20_000 + (process.pid % 20_000);
const WITHIN_MS = 60_000;
const PREFIX = 'cluster';
/** The queue of scoring. Whether it waits or is carried out, its jobs stand under this hash tag. */
const TAG = `{${PREFIX}-grading}`;

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

  describe('on a Redis Cluster of three nodes', () => {
    let cluster: RedisCluster;
    let before: number;
    let candidates: Candidate[];
    const ledger = new Ledger();

    beforeAll(async () => {
      cluster = await RedisCluster.start(program!);
      for (const name of ['api', 'worker'] as const) await installation.kill(name);
      const settings = {
        REDIS_URL: '',
        REDIS_CLUSTER_NODES: cluster.addresses,
        QUEUE_PREFIX: PREFIX,
        OUTBOX_PATIENCE_SECONDS: '2',
      };
      await installation.startApi('', settings);
      installation.startWorker('', settings);
      before = await count();
      candidates = await Promise.all([0, 1, 2, 3, 4].map((n) => Candidate.signUp(installation.base, `cluster${n}`)));
      await Promise.all(candidates.map((candidate) => candidate.start()));
    });
    afterAll(() => cluster?.remove());

    const handIn = async (candidate: Candidate) => {
      const item = candidate.items[0]!;
      await candidate.save(ledger, item, someResponse(item.interaction, 0));
      await candidate.submit();
    };
    const count = async () => (await installation.query('SELECT 1 FROM grading.scored_attempt')).length;
    const scored = (more: number) =>
      installation.until('SELECT count(*) = $1 FROM grading.scored_attempt', [before + more], WITHIN_MS);
    const nothingOpen = () =>
      installation.until('SELECT count(*) = 0 FROM platform.delivery WHERE done_at IS NULL', [], WITHIN_MS);
    const tagsOf = async (index: number) =>
      new Set((await cluster.keysOf(index)).map((key) => /^\{[^}]+\}/.exec(key)?.[0] ?? key));

    it('carries out jobs, and keeps each queue on one node and the queues on several', async () => {
      await handIn(candidates[0]!);
      await scored(1);
      await nothingOpen();
      const tags = await Promise.all([0, 1, 2].map(tagsOf));
      const all = tags.flatMap((ones) => [...ones]);
      expect(all).toContain(TAG);
      expect(all.every((tag) => tag.startsWith(`{${PREFIX}-`))).toBe(true);
      expect(new Set(all).size).toBe(all.length);
      expect(tags.filter((ones) => ones.size > 0).length).toBeGreaterThan(1);
    });

    it('loses a node with jobs in it: hand-ins go on, and all are scored once when it is back empty', async () => {
      const holder = await cluster.holderOf(`${TAG}:grading:id`);
      const queue = await pausedQueue(cluster.addresses);
      await handIn(candidates[1]!);
      await handIn(candidates[2]!);
      while ((await queue.getJobCounts('waiting'))['waiting'] !== 2) await pause(50);
      await queue.close();
      await cluster.kill(holder);
      await handIn(candidates[3]!);
      expect(await count()).toBe(before + 1);
      await cluster.bringBack(holder);
      await scored(4);
      await nothingOpen();
      expect(await brokenInvariants(installation)).toEqual([]);
    });

    it('loses a node for good: its queues go on where its slots went', async () => {
      const holder = await cluster.holderOf(`${TAG}:grading:id`);
      const heir = (holder + 1) % cluster.size;
      await cluster.kill(holder);
      await handIn(candidates[4]!);
      await cluster.moveSlotsTo(heir, holder);
      await scored(5);
      await nothingOpen();
      expect(await cluster.holderOf(`${TAG}:grading:id`)).toBe(heir);
      expect(await brokenInvariants(installation)).toEqual([]);
      expect(await ledger.lost(installation)).toEqual([]);
    });
  });
});

/** The queue of scoring, told to hold its jobs back, as an operator can. */
async function pausedQueue(addresses: string): Promise<Queue & { close(): Promise<void> }> {
  const nodes = addresses.split(',').map((address) => ({ host: '127.0.0.1', port: Number(new URL(address).port) }));
  const connection = new Cluster(nodes);
  const queue = new Queue('grading', { connection: connection as never, prefix: TAG });
  await queue.pause();
  const close = queue.close.bind(queue);
  queue.close = async () => {
    await close();
    connection.disconnect();
  };
  return queue;
}
