import fc from 'fast-check';
import { lineBroken, serverTired, SimulatedDevice, SimulatedServer, type SimulatedPage } from './simulated-world';

const TYPED = 'i03';
const item = fc.constantFrom('i01', 'i02', TYPED);
const which = fc.nat(7);
const deed = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('answer' as const), item }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('settle' as const) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('flush' as const) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('arrive' as const), which }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('reply' as const), which }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('lose' as const, 'tire' as const, 'forge' as const), which }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('haunt' as const), which }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('retry' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('crash' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('open' as const),
      fails: fc.boolean(),
      skew: fc.integer({ min: -9, max: 9 }),
    }),
  },
);
type Deed = typeof deed extends fc.Arbitrary<infer One> ? One : never;

/** Lets what follows from a deed happen: a few turns of promises, no clock. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
}

class Simulation {
  readonly server = new SimulatedServer();
  readonly devices: readonly SimulatedDevice[];
  /** In which order values were given; every value is given once. What is typed is given when it is queued, which is at most a pause later. */
  readonly given = new Map<unknown, number>();
  private values = 0;

  constructor(devices: number) {
    this.devices = Array.from({ length: devices }, () => new SimulatedDevice(this.server));
    this.devices[0]!.open();
  }

  async run(deeds: readonly (readonly [number, Deed])[], isSkewed: boolean): Promise<void> {
    for (const [no, one] of deeds) {
      this.server.now += 1;
      const device = this.devices[no % this.devices.length]!;
      this.one(device, one, isSkewed);
      for (const { value } of device.page?.state.queue.pending ?? []) {
        if (!this.given.has(value)) this.given.set(value, this.given.size + 1);
      }
      await settled();
      this.server.now += 1;
    }
  }

  private one(device: SimulatedDevice, one: Deed, isSkewed: boolean): void {
    if (one.do === 'open') return device.open({ fails: one.fails, skew: isSkewed ? one.skew : 0 });
    if (one.do === 'crash') return device.crash();
    if (one.do === 'flush') return device.disk.flush();
    if (one.do === 'haunt') {
      const ghost = device.ghosts[one.which % device.ghosts.length];
      return ghost?.page.arrive(ghost.call);
    }
    if (device.page !== null) this.onPage(device.page, one);
  }

  private onPage(page: SimulatedPage, one: Deed): void {
    if (one.do === 'answer') {
      this.values += 1;
      return page.dispatch({ type: 'answered', itemRef: one.item, value: `v${this.values}`, at: page.at });
    }
    if (one.do === 'settle') return page.dispatch({ type: 'settled', at: page.at });
    if (one.do === 'retry') return page.dispatch({ type: 'retry-asked' });
    if ('which' in one) this.onLine(page, one);
  }

  private onLine(page: SimulatedPage, one: Extract<Deed, { which: number }>): void {
    const call = page.calls[page.calls.length - 1 - (one.which % page.calls.length)];
    if (call === undefined || one.do === 'haunt') return;
    if (one.do === 'arrive') return page.arrive(call);
    if (one.do === 'reply') return page.end(call, call.reply);
    const endings = { lose: lineBroken(), tire: serverTired(), forge: { acks: [], serverTime: 0 } };
    return page.end(call, endings[one.do]);
  }

  /** The faults are over: this device opens the room and everything that it has goes out. */
  async recover(device: SimulatedDevice): Promise<void> {
    for (const each of this.devices) each.crash();
    this.server.now += 1_000;
    device.open();
    const page = device.page!;
    for (let round = 0; round < 20 && page.state.queue.pending.length > 0; round += 1) {
      await settled();
      for (const call of page.calls.filter(({ isWaiting }) => isWaiting)) {
        page.arrive(call);
        page.end(call, call.reply);
      }
      device.disk.flush();
      await settled();
      page.dispatch({ type: 'retry-asked' });
    }
    expect(page.state.queue.pending).toEqual([]);
    device.crash();
  }

  /** I1: what a page was told is saved is in the log, on its item, as it was given. */
  allAcknowledgedIsThere(): void {
    for (const { acknowledged } of this.devices) {
      for (const { seq, itemRef, value } of acknowledged) {
        expect(this.server.log.get(seq)).toMatchObject({ itemRef, value });
      }
    }
  }

  /** I2: of each item, what was given later has the higher number; nothing is there twice, nothing is older than what it follows. */
  orderIsThatOfGiving(): void {
    const last = new Map<string, number>();
    for (const { itemRef, value } of this.server.inOrder()) {
      const at = this.given.get(value)!;
      expect(at).toBeGreaterThan(last.get(itemRef) ?? 0);
      last.set(itemRef, at);
    }
  }
}

const script = fc.array(fc.tuple(fc.nat(1), deed), { minLength: 10, maxLength: 60, size: 'max' });

describe('F40: page and server under loss, repetition, delay and crashes', () => {
  beforeAll(() => {
    jest.spyOn(performance, 'now').mockReturnValue(0);
    jest.spyOn(Math, 'random').mockReturnValue(0);
  });
  afterAll(() => jest.restoreAllMocks());

  it('one device, whose clock may be off: the last answer that reached its disk is the one that counts', async () => {
    await fc.assert(
      fc.asyncProperty(script, async (deeds) => {
        const world = new Simulation(1);
        await world.run(deeds, true);
        const device = world.devices[0]!;
        await world.recover(device);
        world.allAcknowledgedIsThere();
        world.orderIsThatOfGiving();
        const counts = new Map(world.server.resume().responses.map(({ itemRef, value }) => [itemRef, value]));
        expect(counts).toEqual(device.disk.kept);
        expect(device.disk.aside).toEqual([]);
      }),
      { numRuns: 3_000 },
    );
  });

  it('two devices that take the writing from each other: nothing older overwrites, and what does not count is kept aside', async () => {
    await fc.assert(
      fc.asyncProperty(script, async (deeds) => {
        const world = new Simulation(2);
        await world.run(deeds, false);
        for (const device of world.devices) await world.recover(device);
        world.allAcknowledgedIsThere();
        world.orderIsThatOfGiving();
        const logged = new Set(world.server.inOrder().map(({ value }) => value));
        for (const { disk } of world.devices) {
          const aside = new Set(disk.aside.map(({ value }) => value));
          for (const value of disk.kept.values()) expect(logged.has(value) || aside.has(value)).toBe(true);
        }
      }),
      { numRuns: 3_000 },
    );
  });
});
