import { Chance } from '../../chaos/random';
import type { OperationCosts } from './costs';
import { Events } from './events';
import type { Operation } from './figures';
import { LogDisk } from './log-disk';
import { Machine, Thread } from './machine';
import { Others } from './others';
import { Together } from './together';

export type Costs = Readonly<Record<Operation, OperationCosts>>;

export interface SystemOptions {
  readonly costs: Costs;
  /** API processes; each is one thread. */
  readonly apis: number;
  /** Cores that API processes, PostgreSQL and driver share; without it each API process has a core of its own and PostgreSQL `postgresCores`. */
  readonly sharedCores?: number;
  /** Other work on shared cores: how many it takes on average, and how long it takes nearly all at a time. */
  readonly others?: { readonly cores: number; readonly burstMs: number };
  readonly postgresCores?: number;
  readonly syncMs: number;
  /** One way between API and PostgreSQL. */
  readonly networkMs: number;
  readonly seed: string;
}

/** Of a call's own work in the API, so much comes before the database is asked. */
const BEFORE = 0.6;
/** At most so many calls in one statement, and how long a beat waits for others: as in libs/delivery. */
const MOST: Readonly<Record<Operation, number>> = { start: 100, save: 500, heartbeat: 5_000, handIn: 100 };
const GATHER_MS: Readonly<Record<Operation, number>> = { start: 0, save: 0, heartbeat: 100, handIn: 0 };

/** API processes before one PostgreSQL, with its log on one disk. */
export class System {
  readonly events = new Events();
  readonly chance: Chance;
  readonly disk: LogDisk;
  readonly postgres: Machine;
  readonly shared: Machine | null;
  private readonly apis: ApiProcess[];
  private readonly others: Others | null;
  private turn = 0;

  constructor(readonly options: SystemOptions) {
    this.chance = new Chance('scaling', options.seed);
    // Half of a flush's time is the same each time; the rest varies, with a long tail.
    this.disk = new LogDisk(this.events, () => options.syncMs * (0.5 - 0.5 * Math.log(1 - this.chance.next())));
    this.shared = options.sharedCores === undefined ? null : new Machine(this.events, options.sharedCores);
    this.postgres = this.shared ?? new Machine(this.events, options.postgresCores ?? 1);
    const { others } = options;
    this.others =
      this.shared && others
        ? new Others(this.events, this.shared, new Chance('others', options.seed), others.cores, others.burstMs)
        : null;
    this.apis = Array.from(
      { length: options.apis },
      () => new ApiProcess(this, this.shared ?? new Machine(this.events, 1)),
    );
  }

  /** Everybody has done what they came for. */
  end(): void {
    this.others?.end();
  }

  /** One call at the process whose turn it is. */
  call(operation: Operation, done: () => void): void {
    this.turn = (this.turn + 1) % this.apis.length;
    this.apis[this.turn]!.call(operation, done);
  }

  /** Processor time of all API processes, in ms; only where they have machines of their own. */
  get apiMs(): number {
    return this.apis.reduce((sum, api) => sum + api.machine.used, 0);
  }

  /** A statement for so many calls. */
  statement(operation: Operation, calls: number, isCommit: boolean, done: () => void): void {
    const { postgres, walBytes } = this.options.costs[operation];
    const through = () => this.events.in(this.options.networkMs, done);
    this.events.in(this.options.networkMs, () =>
      this.postgres.run(postgres.perTrip + (isCommit ? postgres.perCall * calls : 0), () => {
        if (isCommit) this.disk.flush(walBytes.perTrip + walBytes.perCall * calls, through);
        else through();
      }),
    );
  }
}

class ApiProcess {
  private readonly thread: Thread;
  private readonly together = new Map<string, Together>();

  constructor(
    private readonly system: System,
    readonly machine: Machine,
  ) {
    this.thread = new Thread(machine);
  }

  call(operation: Operation, done: () => void): void {
    const { api, trips, ownTrips } = this.system.options.costs[operation];
    const trip = (n: number): void => {
      if (n === trips) this.thread.do(api.perCall * (1 - BEFORE), done);
      else if (n < ownTrips)
        this.thread.do(api.perTrip, () => this.system.statement(operation, 1, false, () => trip(n + 1)));
      else this.groupOf(operation, n, n === trips - 1).go(() => trip(n + 1));
    };
    this.thread.do(api.perCall * BEFORE, () => trip(0));
  }

  private groupOf(operation: Operation, n: number, isCommit: boolean): Together {
    const name = `${operation} ${n}`;
    const existing = this.together.get(name);
    if (existing !== undefined) return existing;
    const { api } = this.system.options.costs[operation];
    const send = (calls: number, through: () => void) =>
      this.thread.do(api.perTrip, () => this.system.statement(operation, calls, isCommit, through));
    const wait = isCommit ? GATHER_MS[operation] : 0;
    const around = {
      turn: (run: () => void) => this.thread.do(0, run),
      later: (ms: number, run: () => void) => this.system.events.in(ms, run),
    };
    const made = new Together(MOST[operation], send, around, wait);
    this.together.set(name, made);
    return made;
  }
}
