import type { Operation } from './figures';
import { Thread } from './machine';
import { System, type SystemOptions } from './system';

const MS_PER_SECOND = 1_000;

export interface Seen {
  readonly count: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly maxMs: number;
}

/** How long calls took, from the first byte to the answer. */
export class Stopwatch {
  private readonly taken: number[] = [];

  add(ms: number): void {
    this.taken.push(ms);
  }

  seen(seconds: number): Seen {
    const sorted = Float64Array.from(this.taken).sort();
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
    const count = sorted.length;
    return { count, perSecond: count / seconds, p50Ms: at(0.5), p95Ms: at(0.95), maxMs: sorted.at(-1) ?? NaN };
  }
}

/** So many connections of one driver on the same machine, each with one call under way at any time. */
export function closedLoop(options: SystemOptions, operation: Operation, connections: number, seconds: number): Seen {
  const system = new System(options);
  const { events } = system;
  const driver = new Thread(system.shared!);
  const { perCall, perTrip } = options.costs[operation].driver;
  const driverMs = perCall + (connections === 1 ? perTrip : 0);
  const watch = new Stopwatch();
  const warmUpMs = MS_PER_SECOND / 2;
  const again = (): void => {
    const from = events.now;
    driver.do(driverMs / 2, () =>
      system.call(operation, () =>
        driver.do(driverMs / 2, () => {
          if (from >= warmUpMs) watch.add(events.now - from);
          again();
        }),
      ),
    );
  };
  for (let n = 0; n < connections; n += 1) again();
  events.run(warmUpMs + seconds * MS_PER_SECOND);
  return watch.seen(seconds);
}

export interface Crowd {
  readonly candidates: number;
  readonly startsWithinSeconds: number;
  /** Mean pause between an answer's acknowledgement and the next answer. */
  readonly thinkSeconds: number;
  readonly answers: number;
  readonly heartbeats: number;
}

/** Candidates who start, answer everything and hand in, all on one machine with their driver. What each step looks like to them. */
export function examDay(options: SystemOptions, crowd: Crowd): Record<'start' | 'save' | 'handIn', Seen> {
  const system = new System(options);
  const { events, chance } = system;
  const driver = new Thread(system.shared!);
  const watches = {
    start: new Stopwatch(),
    save: new Stopwatch(),
    handIn: new Stopwatch(),
    heartbeat: new Stopwatch(),
  };
  const ask = (operation: Operation, then: () => void): void => {
    const from = events.now;
    const driverMs = options.costs[operation].driver.perCall;
    driver.do(driverMs / 2, () =>
      system.call(operation, () =>
        driver.do(driverMs / 2, () => {
          watches[operation].add(events.now - from);
          then();
        }),
      ),
    );
  };
  const think = () => -Math.log(1 - chance.next()) * crowd.thinkSeconds * MS_PER_SECOND;
  const beatEvery = Math.max(1, Math.round(crowd.answers / Math.max(1, crowd.heartbeats)));
  let sitting = crowd.candidates;
  const leave = (): void => {
    sitting -= 1;
    if (sitting === 0) system.end();
  };
  const answer = (left: number): void => {
    if (left === 0) return ask('handIn', leave);
    const next = () => events.in(think(), () => answer(left - 1));
    ask('save', left % beatEvery === 0 ? () => ask('heartbeat', next) : next);
  };
  for (let n = 0; n < crowd.candidates; n += 1)
    events.in(chance.next() * crowd.startsWithinSeconds * MS_PER_SECOND, () =>
      ask('start', () => events.in(think(), () => answer(crowd.answers))),
    );
  events.run();
  const seconds = events.now / MS_PER_SECOND;
  return {
    start: watches.start.seen(seconds),
    save: watches.save.seen(seconds),
    handIn: watches.handIn.seen(seconds),
  };
}

export type Rates = Partial<Record<Operation, number>>;

export interface Load {
  readonly seen: Partial<Record<Operation, Seen>>;
  /** Shares of the time. */
  readonly apiBusy: number;
  readonly postgresBusy: number;
  readonly walBytesPerSecond: number;
}

/** Calls that come by chance at these rates per second, whatever becomes of those before. */
export function openLoad(options: SystemOptions, rates: Rates, seconds: number): Load {
  const system = new System(options);
  const { events, chance } = system;
  const wanted = Object.entries(rates) as [Operation, number][];
  const watches = new Map(wanted.map(([operation]) => [operation, new Stopwatch()]));
  const until = seconds * MS_PER_SECOND;
  for (const [operation, rate] of wanted) {
    const come = (): void => {
      if (events.now > until) return;
      const from = events.now;
      system.call(operation, () => watches.get(operation)!.add(events.now - from));
      events.in((-Math.log(1 - chance.next()) / rate) * MS_PER_SECOND, come);
    };
    events.in((-Math.log(1 - chance.next()) / rate) * MS_PER_SECOND, come);
  }
  events.run();
  const ms = events.now;
  return {
    seen: Object.fromEntries([...watches].map(([operation, watch]) => [operation, watch.seen(ms / MS_PER_SECOND)])),
    apiBusy: system.apiMs / (ms * options.apis),
    postgresBusy: system.postgres.used / (ms * system.postgres.cores),
    walBytesPerSecond: (system.disk.bytes / ms) * MS_PER_SECOND,
  };
}
