import type { Operation, Point } from './figures';

/** What something costs for each call, and for each trip to the database, which many calls share under load. */
export interface Cost {
  readonly perCall: number;
  readonly perTrip: number;
}

export interface OperationCosts {
  /** Trips to the database that a lone call makes one after another; the last commits. */
  readonly trips: number;
  /** So many of them, the first, a call makes for itself however many others are under way. */
  readonly ownTrips: number;
  /** ms of processor time. */
  readonly api: Cost;
  readonly postgres: Cost;
  readonly driver: Cost;
  readonly walBytes: Cost;
}

/** What an operation costs, fitted to its measured points. */
export function costsOf(operation: Operation, points: readonly Point[]): OperationCosts {
  const own = points.filter((point) => point.operation === operation);
  const lone = own.reduce((least, point) => (point.connections < least.connections ? point : least));
  const densest = own.reduce((most, point) => (point.connections > most.connections ? point : most));
  const fit = (key: 'apiMs' | 'postgresMs' | 'driverMs' | 'walBytes') =>
    fitted(own.map((point) => ({ trips: point.tripsPerCall, cost: point[key] })));
  return {
    trips: Math.max(1, Math.round(lone.tripsPerCall)),
    ownTrips: Math.min(Math.floor(densest.tripsPerCall), Math.max(1, Math.round(lone.tripsPerCall)) - 1),
    api: fit('apiMs'),
    postgres: fit('postgresMs'),
    driver: fit('driverMs'),
    walBytes: fit('walBytes'),
  };
}

/**
 * The line cost = perCall + perTrip × trips with the least sum of squares of relative errors; neither part is negative. Relative, because the
 * dear lone call must not drown the cheap ones under load, which matter.
 */
export function fitted(samples: readonly { readonly trips: number; readonly cost: number }[]): Cost {
  const weighted = samples
    .filter(({ cost }) => cost > 0)
    .map(({ trips, cost }) => ({ trips, cost, weight: 1 / cost ** 2 }));
  if (weighted.length === 0) return { perCall: 0, perTrip: 0 };
  const sum = (of: (sample: (typeof weighted)[number]) => number) =>
    weighted.reduce((total, sample) => total + sample.weight * of(sample), 0);
  const [one, x, y, xx, xy] = [
    sum(() => 1),
    sum((s) => s.trips),
    sum((s) => s.cost),
    sum((s) => s.trips ** 2),
    sum((s) => s.trips * s.cost),
  ];
  const spread = one * xx - x ** 2;
  const perTrip = spread > 1e-12 ? (one * xy - x * y) / spread : 0;
  const perCall = (y - perTrip * x) / one;
  if (perTrip < 0) return { perCall: y / one, perTrip: 0 };
  if (perCall < 0) return { perCall: 0, perTrip: xy / xx };
  return { perCall, perTrip };
}

export function at(cost: Cost, tripsPerCall: number): number {
  return cost.perCall + cost.perTrip * tripsPerCall;
}
