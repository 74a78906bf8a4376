import { Clock, instant, plus, type DurationMs, type Instant } from '@hz/kernel';

/** A clock that stands still until the test moves it. */
export class FixedClock extends Clock {
  constructor(private at: Instant = instant(Date.UTC(2026, 10, 24, 6, 0, 0))) {
    super();
  }

  now(): Instant {
    return this.at;
  }

  set(at: Instant): void {
    this.at = at;
  }

  advance(ms: DurationMs): void {
    this.at = plus(this.at, ms);
  }
}
