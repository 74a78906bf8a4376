import { Chance } from './random';

export const FAULTS = [
  'kill-api',
  'kill-peer',
  'kill-worker',
  'redis-lost',
  'database-stopped',
  'database-killed',
  'connections-cut',
  'commit-unheard',
  'disk-full',
  'network-cut',
  'network-silent',
  'network-slow',
  'freeze-api',
  'freeze-worker',
  'freeze-database',
  'freeze-redis',
  'client-clocks',
  'duplicates',
  'overtaking',
] as const;
export type FaultName = (typeof FAULTS)[number];

export interface PlannedFault {
  readonly name: FaultName;
  /** After the beginning of the round's load. */
  readonly atMs: number;
  /** How long its cause lasts; 0 for what happens in a moment. */
  readonly forMs: number;
}

export interface RoundPlan {
  readonly round: number;
  readonly faults: readonly PlannedFault[];
  /** When one candidate hands in, in the middle of it all. */
  readonly handInAtMs: number;
  readonly clockStepMs: number;
}

export interface Pace {
  readonly faults: readonly FaultName[];
  readonly quick: boolean;
}

const MOMENTARY: readonly FaultName[] = ['kill-api', 'kill-peer', 'kill-worker', 'connections-cut', 'commit-unheard'];
const SECOND_FAULT = 0.4;
const FIRST_MS = 200;
/** Faults begin no later than this: at the usual pace, and in a quick run. */
const LAST_MS = [1_800, 900] as const;
const HOUR_MS = 3_600_000;
/** Longest duration of a cause in ms: at its usual pace, and in a quick run. */
const LONGEST = { freeze: [20_000, 2_500], other: [4_000, 1_200] } as const;
const SHORTEST_MS = 300;

/** What happens in a round: a function of seed and round alone, whatever happened before. */
export function planOf(seed: string, round: number, { faults, quick }: Pace): RoundPlan {
  const chance = new Chance(seed, round);
  const first = chance.oneOf(faults);
  const others = faults.filter((name) => name !== first);
  const isDouble = chance.next() < SECOND_FAULT && others.length > 0;
  const lastMs = LAST_MS[quick ? 1 : 0];
  const names = isDouble ? [first, chance.oneOf(others)] : [first];
  return {
    round,
    faults: names.map((name) => ({
      name,
      atMs: chance.between(FIRST_MS, lastMs),
      forMs: durationOf(name, quick, chance),
    })),
    handInAtMs: chance.between(FIRST_MS, lastMs),
    clockStepMs: chance.between(-24, 24) * HOUR_MS + chance.between(1, HOUR_MS),
  };
}

/** Mostly short: one freeze of twenty seconds says more than ten, and takes as long. */
function durationOf(name: FaultName, quick: boolean, chance: Chance): number {
  const share = chance.next() ** 3;
  if (MOMENTARY.includes(name)) return 0;
  const [usual, short] = name.startsWith('freeze') ? LONGEST.freeze : LONGEST.other;
  return Math.round(SHORTEST_MS + share * ((quick ? short : usual) - SHORTEST_MS));
}
