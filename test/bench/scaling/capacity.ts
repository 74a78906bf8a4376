import { at } from './costs';
import type { Figures, Operation } from './figures';
import { OPERATIONS } from './figures';
import type { Rates } from './scenarios';
import type { Costs } from './system';

export const PHASES = ['start', 'middle', 'deadline'] as const;
export type Phase = (typeof PHASES)[number];

const MS_PER_SECOND = 1_000;
const SECONDS_PER_MINUTE = 60;

/** What comes in each second, with so many candidates in the exam at the same time. */
export function ratesOf(candidates: number, phase: Phase, assumed: Figures['assumptions']): Rates {
  const heartbeat = candidates / assumed.heartbeatEverySeconds.value;
  const save = candidates / assumed.answerEverySeconds.value;
  switch (phase) {
    case 'start':
      return { start: candidates / assumed.startsWithinSeconds.value, heartbeat: heartbeat / 2, save: save / 2 };
    case 'middle':
      return { save, heartbeat };
    case 'deadline':
      return {
        save: (candidates * assumed.savesInLastMinute.value) / SECONDS_PER_MINUTE,
        heartbeat,
        handIn: (candidates * assumed.handInShareOfLastMinute.value) / SECONDS_PER_MINUTE,
      };
  }
}

export interface Need {
  /** Busy cores. */
  readonly apiCores: number;
  readonly postgresCores: number;
  readonly walMbPerSecond: number;
}

/**
 * Busy cores at these rates. `tripsPerCall` is that of the densest measured point of each operation: under more load calls share trips still
 * more, so that this is rather too much than too little.
 */
export function needOf(rates: Rates, costs: Costs, tripsPerCall: Readonly<Record<Operation, number>>): Need {
  const sum = (part: 'api' | 'postgres' | 'walBytes') =>
    OPERATIONS.reduce(
      (total, operation) => total + (rates[operation] ?? 0) * at(costs[operation][part], tripsPerCall[operation]),
      0,
    );
  return {
    apiCores: sum('api') / MS_PER_SECOND,
    postgresCores: sum('postgres') / MS_PER_SECOND,
    walMbPerSecond: sum('walBytes') / 1e6,
  };
}

/** Processes, or cores, so that none is busy for more than `busyShare` of its time; never fewer than two, so that one may die. */
export function countFor(busyCores: number, busyShare: number): number {
  return Math.max(2, Math.ceil(busyCores / busyShare));
}

/** Candidates that one core of an API process, busy for `busyShare` of its time, carries in this phase. */
export function candidatesPerCore(
  phase: Phase,
  costs: Costs,
  tripsPerCall: Readonly<Record<Operation, number>>,
  assumed: Figures['assumptions'],
): { api: number; postgres: number } {
  const each = needOf(ratesOf(1, phase, assumed), costs, tripsPerCall);
  const share = assumed.busyShare.value;
  return { api: share / each.apiCores, postgres: share / each.postgresCores };
}

/** The trips per call of each operation's densest point. */
export function densestTrips(points: Figures['loop']['points']): Record<Operation, number> {
  const of = (operation: Operation) =>
    points
      .filter((point) => point.operation === operation)
      .reduce((most, point) => (point.connections > most.connections ? point : most)).tripsPerCall;
  return { start: of('start'), save: of('save'), heartbeat: of('heartbeat'), handIn: of('handIn') };
}
