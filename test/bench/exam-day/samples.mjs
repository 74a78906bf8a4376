const MS_PER_SECOND = 1_000;

/** What one process of candidates saw, by step: times of calls, and what went wrong. */
export class Samples {
  steps = {};

  answered(step, asked, now) {
    const { times, bySecond } = this.of(step);
    times.push(now - asked);
    const second = Math.floor(Date.now() / MS_PER_SECOND);
    bySecond[second] = (bySecond[second] ?? 0) + 1;
  }

  /** A try that has to be made again. */
  failed(step, why) {
    count(this.of(step).failures, why);
  }

  /** An answer that no repetition changes. */
  refused(step, why) {
    count(this.of(step).refusals, why);
  }

  of(step) {
    this.steps[step] ??= { times: [], bySecond: {}, failures: {}, refusals: {} };
    return this.steps[step];
  }
}

function count(counts, what, by = 1) {
  counts[what] = (counts[what] ?? 0) + by;
}

/** The samples of several processes as those of one. */
export function together(many) {
  const all = new Samples();
  for (const { steps } of many) {
    for (const [step, { times, bySecond, failures, refusals }] of Object.entries(steps)) {
      const sum = all.of(step);
      sum.times = sum.times.concat(times);
      for (const [second, calls] of Object.entries(bySecond)) count(sum.bySecond, second, calls);
      for (const [why, times_] of Object.entries(failures)) count(sum.failures, why, times_);
      for (const [why, times_] of Object.entries(refusals)) count(sum.refusals, why, times_);
    }
  }
  return all.steps;
}

const total = (counts) => Object.values(counts).reduce((sum, n) => sum + n, 0);

/** Count, mean and percentiles in ms, calls per second on the whole and in the busiest second, and how many tries went wrong. */
export function figuresOf({ times, bySecond, failures, refusals }) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  const seconds = Object.keys(bySecond).map(Number);
  return {
    count: sorted.length,
    mean: sorted.reduce((sum, time) => sum + time, 0) / sorted.length,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    max: sorted.at(-1) ?? NaN,
    perSecond: sorted.length / (Math.max(...seconds) - Math.min(...seconds) + 1),
    busiest: Math.max(...Object.values(bySecond)),
    errors: total(failures) + total(refusals),
  };
}
