import { candidatesPerCore, countFor, densestTrips, needOf, PHASES, ratesOf, type Need } from './capacity';
import { costsOf } from './costs';
import { OPERATIONS, type Figures } from './figures';
import { error, short, table } from './markdown';
import { closedLoop, examDay, openLoad } from './scenarios';
import type { Costs, SystemOptions } from './system';

export const SIZES = [10_000, 100_000, 1_000_000] as const;
const LOOP_SECONDS = 4;
const OPEN_SECONDS = 6;
/** What is larger is spread over installations of this size. */
const MOST_SIMULATED = 100_000;
const LOOPBACK_MS = 0.03;
const BYTES_PER_GB = 1e9;

/** Every table of docs/scaling.md by its name there; the same figures and seed give the same text. */
export class Report {
  private readonly costs: Costs;
  private readonly trips: ReturnType<typeof densestTrips>;

  constructor(
    private readonly figures: Figures,
    private readonly seed: string,
  ) {
    const { points } = figures.loop;
    const of = (operation: (typeof OPERATIONS)[number]) => costsOf(operation, points);
    this.costs = { start: of('start'), save: of('save'), heartbeat: of('heartbeat'), handIn: of('handIn') };
    this.trips = densestTrips(points);
  }

  tables(): Record<string, string> {
    return {
      sources: this.sources(),
      costs: this.fittedCosts(),
      loop: this.loop(),
      'exam day': this.examDays(),
      'per core': this.perCore(),
      needs: this.needs(),
      simulated: this.simulated(),
      storage: this.storage(),
    };
  }

  private sources(): string {
    const { loop, examDay: day, storage } = this.figures;
    const rows = [
      ['costs of calls', loop.source],
      ['exam day', day.source],
      ['bytes', storage.source],
    ] as const;
    return table(
      ['figures', 'command', 'date', 'machine', 'commit'],
      rows.map(([name, { command, date, machine, commit }]) => [name, `\`${command}\``, date, machine, commit]),
    );
  }

  private fittedCosts(): string {
    const rows = OPERATIONS.map((operation) => {
      const { trips, ownTrips, api, postgres, walBytes } = this.costs[operation];
      const cells = [
        trips,
        ownTrips,
        api.perCall,
        api.perTrip,
        postgres.perCall,
        postgres.perTrip,
        walBytes.perCall,
        walBytes.perTrip,
      ];
      return [operation, ...cells.map(short)];
    });
    const head = [
      '',
      'trips',
      'of them not shared',
      'API ms per call',
      '+ per trip',
      'PostgreSQL ms per call',
      '+ per trip',
      'WAL bytes per call',
      '+ per trip',
    ];
    return table(head, rows);
  }

  private loop(): string {
    const rows = this.figures.loop.points.map((point) => {
      const options = this.onOneMachine(point.othersCores, this.figures.loop.cores, point.syncMs);
      const { perSecond, p50Ms, p95Ms } = closedLoop(options, point.operation, point.connections, LOOP_SECONDS);
      return [
        `${point.operation}, ${point.connections}`,
        ...compared(point.perSecond, perSecond),
        ...compared(point.p50Ms, p50Ms),
        ...compared(point.p95Ms, p95Ms),
      ];
    });
    return table(['call, connections', ...sides('per s'), ...sides('p50 ms'), ...sides('p95 ms')], rows);
  }

  private examDays(): string {
    const rows = this.figures.examDay.rounds.flatMap((round) => {
      const { candidates, thinkSeconds, startsWithinSeconds } = round;
      const crowd = {
        candidates,
        thinkSeconds,
        startsWithinSeconds,
        answers: Math.round(round.answers / candidates),
        heartbeats: round.heartbeats / candidates,
      };
      const seen = examDay(this.onOneMachine(round.othersCores, this.figures.loop.cores), crowd);
      return (['start', 'save', 'handIn'] as const).map((step) => [
        `${candidates} candidates, ${thinkSeconds} s: ${step}`,
        ...compared(round.measured[step].p50Ms, seen[step].p50Ms),
        ...compared(round.measured[step].p95Ms, seen[step].p95Ms),
      ]);
    });
    return table(['round: step', ...sides('p50 ms'), ...sides('p95 ms')], rows);
  }

  private perCore(): string {
    const rows = PHASES.map((phase) => {
      const { api, postgres } = candidatesPerCore(phase, this.costs, this.trips, this.figures.assumptions);
      return [phase, short(api), short(postgres)];
    });
    return table(['', 'candidates per API process', 'candidates per core of PostgreSQL'], rows);
  }

  /** What the dearest phase of each part asks for. */
  private needFor(candidates: number): Need & { phases: readonly Need[] } {
    const phases = PHASES.map((phase) =>
      needOf(ratesOf(candidates, phase, this.figures.assumptions), this.costs, this.trips),
    );
    const most = (key: keyof Need) => Math.max(...phases.map((need) => need[key]));
    return {
      phases,
      apiCores: most('apiCores'),
      postgresCores: most('postgresCores'),
      walMbPerSecond: most('walMbPerSecond'),
    };
  }

  private needs(): string {
    const { busyShare } = this.figures.assumptions;
    const rows = SIZES.map((candidates) => {
      const need = this.needFor(candidates);
      return [
        short(candidates),
        ...need.phases.map(({ apiCores, postgresCores }) => `${short(apiCores)} / ${short(postgresCores)}`),
        short(countFor(need.apiCores, busyShare.value)),
        short(countFor(need.postgresCores, busyShare.value)),
        short(need.walMbPerSecond),
      ];
    });
    const head = [
      ...PHASES.map((phase) => `${phase}: busy cores API / PostgreSQL`),
      'API processes',
      'cores of PostgreSQL',
      'WAL MB/s at most',
    ];
    return table(['candidates', ...head], rows);
  }

  private simulated(): string {
    const { assumptions } = this.figures;
    const rows = SIZES.filter((size) => size <= MOST_SIMULATED).flatMap((candidates) => {
      const need = this.needFor(candidates);
      const options: SystemOptions = {
        costs: this.costs,
        apis: countFor(need.apiCores, assumptions.busyShare.value),
        postgresCores: countFor(need.postgresCores, assumptions.busyShare.value),
        syncMs: assumptions.syncMs.value,
        networkMs: assumptions.networkMs.value,
        seed: this.seed,
      };
      return PHASES.map((phase) => {
        const { seen, apiBusy, postgresBusy } = openLoad(
          options,
          ratesOf(candidates, phase, assumptions),
          OPEN_SECONDS,
        );
        const of = (operation: (typeof OPERATIONS)[number]) =>
          seen[operation] === undefined ? '' : `${short(seen[operation].p50Ms)} / ${short(seen[operation].p95Ms)}`;
        const shares = [apiBusy, postgresBusy].map((share) => `${Math.round(share * 100)} %`);
        return [
          `${short(candidates)}, ${phase}`,
          short(options.apis),
          ...shares,
          of('start'),
          of('save'),
          of('heartbeat'),
          of('handIn'),
        ];
      });
    });
    const calls = OPERATIONS.map((operation) => `${operation} p50 / p95 ms`);
    return table(['candidates, phase', 'API processes', 'API busy', 'PostgreSQL busy', ...calls], rows);
  }

  private storage(): string {
    const { storage, assumptions } = this.figures;
    const hours = assumptions.examHours.value;
    const savesEach = (hours * 3_600) / assumptions.answerEverySeconds.value;
    const log = storage.logBytesPerSave * savesEach;
    const rows = SIZES.map((size) => {
      const gb = (bytes: number) => `${short((bytes * size) / BYTES_PER_GB)} GB`;
      const sessions = Math.ceil(size / assumptions.sessionCandidates.value);
      return [
        short(size),
        short(sessions),
        gb(log),
        gb(storage.tableBytesPerCandidate),
        gb(storage.walBytesPerCandidate),
      ];
    });
    const head = ['sessions, each a partition', 'response log', 'all tables', 'WAL'];
    return `${table(['candidates of one exam', ...head], rows)}\n\nPer candidate and hour: ${short(log / hours)} bytes of response log, ${short(storage.walBytesPerCandidate / hours)} bytes of WAL.`;
  }

  private onOneMachine(othersCores: number, cores: number, syncMs = this.figures.loop.syncMs): SystemOptions {
    return {
      costs: this.costs,
      apis: 1,
      sharedCores: cores,
      others: { cores: othersCores, burstMs: this.figures.assumptions.othersBurstMs.value },
      syncMs,
      networkMs: LOOPBACK_MS,
      seed: this.seed,
    };
  }
}

function sides(what: string): string[] {
  return [`${what}, measured`, 'simulated', 'error'];
}

function compared(measured: number, simulated: number): string[] {
  return [short(measured), short(simulated), error(measured, simulated)];
}
