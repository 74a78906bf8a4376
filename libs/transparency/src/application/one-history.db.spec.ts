import { anEntry, logWorld, type LogWorld } from '../testing/log.fixture';
import { GrowLog, IntegrateEntries } from './integrate-entries.command';

/** Two who grow the log at once have both read its head before either of them moves it. */
async function growAtOnce(world: LogWorld): Promise<PromiseSettledResult<void>[]> {
  await world.get(IntegrateEntries).run();
  await world.appendMany(3, `HZ-${Math.random()}`);
  const grow = world.get(GrowLog);
  let both!: Promise<PromiseSettledResult<void>[]>;
  await world.uow.run(async (tx) => {
    await tx.query('SELECT 1 FROM transparency.head FOR UPDATE');
    both = Promise.allSettled([grow.run(), grow.run()]);
    await waitingFor(world, 2);
  });
  return both;
}

async function waitingFor(world: LogWorld, count: number): Promise<void> {
  for (let look = 0; look < 500; look += 1) {
    const [row] = await world.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if (row!.n >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('they do not wait for each other');
}

/** Leaves without a gap, each entry once, and a head that covers them. */
async function isOneHistory(world: LogWorld): Promise<boolean> {
  const [row] = await world.sql<{ ok: boolean }>(
    `SELECT count(*) = h.size AND coalesce(max(l.index), -1) = h.size - 1 AND count(DISTINCT l.entry_id) = h.size AS ok
       FROM transparency.head h LEFT JOIN transparency.leaf l ON true GROUP BY h.size`,
  );
  return row!.ok;
}

describe('P2, F38: two who grow the log at once', () => {
  let world: LogWorld;
  afterEach(() => world.context.close());

  it.each([
    ['with both protections', ''],
    ['by comparing the head alone', 'without:log-lock'],
    ['by the lock alone', 'without:log-head-cas'],
  ])('make one history %s', async (_, switches) => {
    world = await logWorld(switches === '' ? {} : { HZ_TEST_SWITCHES: switches });
    const ended = await growAtOnce(world);
    expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect(await isOneHistory(world)).toBe(true);
  });

  it('is seen to fail without both: the constraints of the database are all that is left', async () => {
    world = await logWorld({ HZ_TEST_SWITCHES: 'without:log-lock,without:log-head-cas' });
    const ended = await growAtOnce(world);
    expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await isOneHistory(world)).toBe(true);
    await world.append(anEntry('HZ-GOES-ON'));
    await world.get(IntegrateEntries).run();
    expect(await isOneHistory(world)).toBe(true);
  });
});
