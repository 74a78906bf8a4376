const EVERY_MS = 50;
const LONGEST_STEP_MS = 1_000;

let elapsedMs = 0;
let last = performance.now();

function tick(): void {
  const now = performance.now();
  elapsedMs += Math.min(now - last, LONGEST_STEP_MS);
  last = now;
}
setInterval(tick, EVERY_MS).unref();

/** Whole milliseconds for which this process has run: a machine that slept, or a run that was held up from outside, is no outage. */
export function awakeMs(): number {
  tick();
  return Math.round(elapsedMs);
}
