import type { TimeBeacon, TimeMark } from '@hz/delivery/contract';

let newest: { readonly attemptId: string; readonly beacon: TimeBeacon; readonly cameAt: number } | null = null;

/** Takes in a beacon that has just come; a server of the version before sends none. One that is older than what is known was overtaken on its way. */
export function noteBeacon(attemptId: string, beacon: TimeBeacon | null | undefined): void {
  if (!beacon || (newest?.attemptId === attemptId && newest.beacon.at >= beacon.at)) return;
  newest = { attemptId, beacon, cameAt: performance.now() };
}

/** What this page can say of the present moment: how long ago, by its monotonic clock, the newest beacon has come. */
export function presentMark(attemptId: string): TimeMark | null {
  if (newest === null || newest.attemptId !== attemptId) return null;
  return { beacon: newest.beacon, sinceMs: Math.max(0, Math.round(performance.now() - newest.cameAt)) };
}
