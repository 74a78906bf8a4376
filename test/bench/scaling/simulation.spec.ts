import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chance } from '../../chaos/random';
import { costsOf, fitted, type OperationCosts } from './costs';
import { Events } from './events';
import { OPERATIONS, readFigures, type Point } from './figures';
import { LogDisk } from './log-disk';
import { Machine, Thread } from './machine';
import { between } from './markdown';
import { Others } from './others';
import { Report } from './report';
import { closedLoop, openLoad } from './scenarios';
import type { Costs, SystemOptions } from './system';

const FREE = { perCall: 0, perTrip: 0 };
const cost = (perCall: number, perTrip = 0) => ({ perCall, perTrip });

function anOperation(change: Partial<OperationCosts> = {}): OperationCosts {
  return { trips: 1, ownTrips: 0, api: FREE, postgres: FREE, driver: FREE, walBytes: cost(100), ...change };
}

function aSystem(save: Partial<OperationCosts>, change: Partial<SystemOptions> = {}): SystemOptions {
  const one = anOperation(save);
  const costs: Costs = { start: one, save: one, heartbeat: one, handIn: one };
  return { costs, apis: 1, sharedCores: 4, syncMs: 1, networkMs: 0, seed: 'spec', ...change };
}

describe('the simulation of scaling', () => {
  it('lets things happen in order of time, and of planning at one moment', () => {
    const events = new Events();
    const seen: string[] = [];
    for (const [ms, name] of [
      [5, 'b'],
      [1, 'a'],
      [5, 'c'],
      [9, 'd'],
    ] as const)
      events.in(ms, () => seen.push(name));
    events.run();
    expect([seen.join(''), events.now]).toEqual(['abcd', 9]);
  });

  it('shares cores evenly among threads, and gives a thread no more than one', () => {
    const events = new Events();
    const machine = new Machine(events, 2);
    const ends: number[] = [];
    for (const ms of [10, 10, 10, 10]) machine.run(ms, () => ends.push(events.now));
    events.run();
    expect(ends).toEqual([20, 20, 20, 20]);
    machine.run(10, () => ends.push(events.now));
    events.run();
    expect(ends.at(-1)).toBe(30);
    expect(machine.used).toBe(50);
  });

  it('does the work of one thread in its order, however many cores there are', () => {
    const events = new Events();
    const thread = new Thread(new Machine(events, 8));
    const ends: number[] = [];
    for (const ms of [3, 4, 5]) thread.do(ms, () => ends.push(events.now));
    events.run();
    expect(ends).toEqual([3, 7, 12]);
  });

  it('leaves to us what other work does not take, on average, and everything once it is over', () => {
    const events = new Events();
    const machine = new Machine(events, 2);
    const others = new Others(events, machine, new Chance('others', 'spec'), 1, 10);
    let hasEnded = 0;
    for (let n = 0; n < 4; n += 1) {
      const again = (): void => {
        hasEnded += 1;
        machine.run(1, again);
      };
      machine.run(1, again);
    }
    events.run(20_000);
    expect(Math.abs(hasEnded / 20_000 - 1)).toBeLessThan(0.1);
    others.end();
    hasEnded = 0;
    events.run(21_000);
    expect(Math.abs(hasEnded / 2_000 - 1)).toBeLessThan(0.01);
  });

  it('flushes the log once for all that wait', () => {
    const events = new Events();
    const disk = new LogDisk(events, () => 10);
    const ends: number[] = [];
    for (const at of [0, 1, 2, 3, 25]) events.in(at, () => disk.flush(1, () => ends.push(events.now)));
    events.run();
    expect([ends, disk.flushes]).toEqual([[10, 20, 20, 20, 35], 3]);
  });

  it.each([
    [0.5, 1.5],
    [0.8, 3],
  ])('keeps to what queueing theory says of one server: at a load of %p a call takes %p services', (load, services) => {
    const events = new Events();
    const chance = new Chance('queue', 'one server');
    const thread = new Thread(new Machine(events, 1));
    const calls = 100_000;
    let taken = 0;
    const come = (left: number): void => {
      if (left === 0) return;
      const from = events.now;
      thread.do(1, () => (taken += events.now - from));
      events.in(-Math.log(1 - chance.next()) / load, () => come(left - 1));
    };
    come(calls);
    events.run();
    // M/D/1, Pollaczek and Khinchin: 1 + load / (2 (1 - load)).
    expect(Math.abs(taken / calls / services - 1)).toBeLessThan(0.05);
  });

  it('serves what comes by chance at the rate at which it comes', () => {
    const { seen, walBytesPerSecond } = openLoad(aSystem({ api: cost(1) }), { save: 250 }, 40);
    expect(Math.abs(seen.save!.perSecond / 250 - 1)).toBeLessThan(0.05);
    expect(Math.abs(walBytesPerSecond / 25_000 - 1)).toBeLessThan(0.05);
  });

  it('never does more than the busiest part can, and reaches it', () => {
    const { perSecond } = closedLoop(aSystem({ api: cost(0.5) }), 'save', 64, 4);
    expect(perSecond).toBeLessThanOrEqual(2_010);
    expect(perSecond).toBeGreaterThan(1_900);
  });

  it('shares trips under load: with a slow disk 64 connections do far more than one', () => {
    const options = aSystem({ api: cost(0.05, 0.3), postgres: cost(0.02, 0.3) }, { syncMs: 5 });
    const [one, many] = [closedLoop(options, 'save', 1, 4), closedLoop(options, 'save', 64, 4)];
    expect(many.perSecond / one.perSecond).toBeGreaterThan(15);
    expect(many.p50Ms).toBeLessThan(one.p50Ms * 4);
  });

  it('gives the same for the same seed, and something else for another', () => {
    const run = (seed: string) => closedLoop(aSystem({ api: cost(0.3) }, { seed }), 'save', 4, 2);
    expect(run('1')).toEqual(run('1'));
    expect(run('1')).not.toEqual(run('2'));
  });

  it('finds the costs that made the points, and never a negative one', () => {
    const made = [6, 2, 0.5].map((trips) => ({ trips, cost: 0.4 + 1.2 * trips }));
    const found = fitted(made);
    expect([found.perCall, found.perTrip].map((value) => Number(value.toFixed(6)))).toEqual([0.4, 1.2]);
    expect(
      fitted([
        { trips: 6, cost: 1 },
        { trips: 1, cost: 2 },
      ]).perTrip,
    ).toBe(0);
    expect(
      fitted([
        { trips: 6, cost: 6 },
        { trips: 1, cost: 0.1 },
      ]).perCall,
    ).toBe(0);
    const points = made.map(({ trips, cost: ms }, n): Point => ({
      operation: 'save',
      connections: [1, 8, 64][n]!,
      tripsPerCall: trips,
      apiMs: ms,
      postgresMs: ms,
      driverMs: ms,
      walBytes: 300,
      othersCores: 0,
      syncMs: 1,
      perSecond: 1,
      p50Ms: 1,
      p95Ms: 1,
    }));
    expect(costsOf('save', points).trips).toBe(6);
  });
});

describe('the figures of scaling', () => {
  it('are whole: every operation at one connection and at many, every exam day with its measured times', () => {
    const { loop } = readFigures();
    for (const operation of OPERATIONS) {
      const connections = loop.points
        .filter((point) => point.operation === operation)
        .map((point) => point.connections);
      expect(Math.min(...connections)).toBe(1);
      expect(Math.max(...connections)).toBeGreaterThanOrEqual(64);
    }
  });

  it('stand in the document as the simulation gives them today', () => {
    const written = readFileSync(join(__dirname, '../../../docs/scaling.md'), 'utf8');
    const renewed = Object.entries(new Report(readFigures(), '1').tables()).reduce(
      (document, [name, text]) => between(document, name, text),
      written,
    );
    expect(renewed).toBe(written);
  });
});
