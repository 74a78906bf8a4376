import type { Events } from './events';

/**
 * PostgreSQL's group commit: one flush of the log at a time. Who comes while one is under way waits for the next, which takes all that
 * wait. A flush takes at least `syncMs`, and `bytes` at `bytesPerMs`.
 */
export class LogDisk {
  flushes = 0;
  bytes = 0;
  private waiting: { readonly bytes: number; readonly done: () => void }[] = [];
  private isBusy = false;

  constructor(
    private readonly events: Events,
    private readonly syncMs: () => number,
    private readonly bytesPerMs = Infinity,
  ) {}

  flush(bytes: number, done: () => void): void {
    this.waiting.push({ bytes, done });
    if (!this.isBusy) this.work();
  }

  private work(): void {
    const group = this.waiting;
    this.isBusy = group.length > 0;
    if (group.length === 0) return;
    this.waiting = [];
    this.flushes += 1;
    const bytes = group.reduce((sum, one) => sum + one.bytes, 0);
    this.bytes += bytes;
    this.events.in(this.syncMs() + bytes / this.bytesPerMs, () => {
      for (const { done } of group) done();
      this.work();
    });
  }
}
