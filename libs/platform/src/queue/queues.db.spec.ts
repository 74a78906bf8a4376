import { randomUUID } from 'node:crypto';
import { defineEvent, problem } from '@hz/kernel';
import { DataSource } from 'typeorm';
import { UnitOfWork } from '../database/unit-of-work';
import { Outbox } from '../outbox/outbox';
import { OutboxRelay } from '../outbox/relay';
import { StuckDeliveries } from '../outbox/stuck-deliveries';
import { testContext, type TestContext } from '../testing';
import { ListensTo, type EventHandler } from './job';
import { Queues } from './queues';
import { WorkerHost } from './worker-host';

const parcelSent = defineEvent<{ id: string; fails?: 'once' | 'always' }>()('trial.parcel-sent', ({ id }) => id);
class Refused extends problem('trial.refused', 'conflict') {}
const WITHIN_MS = 30_000;

/** Everything that the queue carried out, in order. */
const carried: string[] = [];

@ListensTo(parcelSent, 'trial.carry-parcel')
class CarryParcel implements EventHandler<{ id: string; fails?: 'once' | 'always' }> {
  run({ id, fails }: { id: string; fails?: 'once' | 'always' }): Promise<void> {
    carried.push(id);
    if (fails === 'always') throw new Refused();
    if (fails === 'once' && carried.filter((other) => other === id).length === 1) throw new Error('a slip');
    return Promise.resolve();
  }
}

const redisUrl = process.env['TEST_REDIS_URL'];
const backends: [string, Record<string, string>][] = [
  ['PostgreSQL', { QUEUE_BACKEND: 'postgres' }],
  // Where the machine has no Redis, the set-up says so.
  ...(redisUrl ? [['Redis', { QUEUE_BACKEND: 'redis', REDIS_URL: redisUrl }] as [string, Record<string, string>]] : []),
];

describe.each(backends)('queues on %s', (_, settings) => {
  let context: TestContext;
  const get = <T>(type: abstract new (...args: never[]) => T): T => context.module.get<T>(type as never);

  beforeEach(async () => {
    carried.length = 0;
    context = await testContext([], {
      providers: [CarryParcel],
      settings: { ...settings, OUTBOX_PATIENCE_SECONDS: '1', QUEUE_PREFIX: `t${randomUUID().slice(0, 8)}` },
    });
  });
  afterEach(() => context.close());

  const send = (...ids: string[]) => publish(ids.map((id) => ({ id })));
  const publish = (payloads: { id: string; fails?: 'once' | 'always' }[]) =>
    get(UnitOfWork).run((tx) => get(Outbox).publish(tx, ...payloads.map((payload) => parcelSent(payload))));
  const deliveries = () =>
    get(DataSource).query<{ done: boolean; stuck: boolean; attempts: number }[]>(
      `SELECT done_at IS NOT NULL AS done, stuck_at IS NOT NULL AS stuck, attempts FROM platform.delivery ORDER BY outbox_id`,
    );
  async function until(holds: () => Promise<boolean>): Promise<void> {
    for (const end = Date.now() + WITHIN_MS; Date.now() < end; await new Promise((next) => setTimeout(next, 50))) {
      if (await holds()) return;
    }
    throw new Error('did not come to hold');
  }
  /** Those that have written to the outbox and are not committed. */
  const openTransactions = async () =>
    (
      await get(DataSource).query<unknown[]>(
        `SELECT 1 FROM pg_locks WHERE relation = 'platform.outbox'::regclass AND mode = 'RowExclusiveLock' AND pid <> pg_backend_pid()`,
      )
    ).length;
  const allDone = async (count: number) => (await deliveries()).filter(({ done }) => done).length === count;

  it('carries out each event of a committed transaction once, however often it is published', async () => {
    get(WorkerHost).start();
    await send('a', 'b');
    await send('a', 'c');
    await until(() => allDone(3));
    expect(carried.toSorted()).toEqual(['a', 'b', 'c']);
  });

  it('hears nothing of a transaction that was rolled back', async () => {
    get(WorkerHost).start();
    const undone = get(UnitOfWork).run(async (tx) => {
      await get(Outbox).publish(tx, parcelSent({ id: 'undone' }));
      throw new Refused();
    });
    await expect(undone).rejects.toBeInstanceOf(Refused);
    await send('kept');
    await until(() => allDone(1));
    expect(carried).toEqual(['kept']);
  });

  it('F13: an event whose transaction commits long after those that came later is not passed over', async () => {
    get(WorkerHost).start();
    let commit = (): void => undefined;
    const isHeld = new Promise<void>((resolve) => (commit = resolve));
    const early = get(UnitOfWork).run(async (tx) => {
      await get(Outbox).publish(tx, parcelSent({ id: 'early' }));
      await isHeld;
    });
    await until(async () => (await openTransactions()) > 0);
    await send('late', 'later');
    await until(() => allDone(2));
    expect(carried.toSorted()).toEqual(['late', 'later']);
    commit();
    await early;
    await until(() => allDone(3));
    expect(carried).toHaveLength(3);
  });

  it('tries again after a slip', async () => {
    get(WorkerHost).start();
    await publish([{ id: 'slip', fails: 'once' }]);
    await until(() => allDone(1));
    expect(carried).toEqual(['slip', 'slip']);
    expect(await deliveries()).toEqual([{ done: true, stuck: false, attempts: 1 }]);
  });

  it('shows a refusal as a dead letter at once, without holding up others, and an administrator can send it again', async () => {
    get(WorkerHost).start();
    await publish([{ id: 'refused', fails: 'always' }, { id: 'next' }]);
    await until(async () => (await deliveries()).some(({ stuck }) => stuck) && (await allDone(1)));
    const [letter] = await get(StuckDeliveries).list(10);
    expect(letter).toMatchObject({ job: 'trial.carry-parcel', key: 'refused', error: 'trial.refused {}' });
    await get(UnitOfWork).run((tx) => get(StuckDeliveries).retry(tx, letter!.outboxId, letter!.job));
    await until(async () => carried.filter((id) => id === 'refused').length === 2);
  });

  it('P6: what the queue forgot is handed over again from the rows', async () => {
    await send('forgotten');
    expect(await get(OutboxRelay).round()).toBe(1);
    await get(Queues).queue('trial').obliterate({ force: true });
    get(WorkerHost).start();
    await until(() => allDone(1));
    expect(carried).toEqual(['forgotten']);
  });
});
