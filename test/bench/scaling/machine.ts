import type { Events } from './events';

/**
 * The cores of one machine, shared evenly among the threads that have work: the fair scheduler of an operating system. A thread never has
 * more than one core.
 */
export class Machine {
  /** Processor time given out so far, in ms. */
  used = 0;
  /** Work ends when the clock of fair shares, which runs slower the more threads there are, has come so far. */
  private readonly running: { readonly ends: number; readonly done: () => void }[] = [];
  private shareClock = 0;
  private at = 0;
  private plan = 0;
  private left: number;

  constructor(
    private readonly events: Events,
    readonly cores: number,
  ) {
    this.left = cores;
  }

  /** Other work leaves so many cores from now on. */
  leave(cores: number): void {
    this.advance();
    this.left = cores;
    this.next();
  }

  /** A thread of its own that needs `ms` of processor time. */
  run(ms: number, done: () => void): void {
    this.advance();
    this.used += ms;
    const work = { ends: this.shareClock + ms, done };
    let place = this.running.length;
    while (place > 0 && this.running[place - 1]!.ends <= work.ends) place -= 1;
    this.running.splice(place, 0, work);
    this.next();
  }

  private get rate(): number {
    return Math.min(1, this.left / this.running.length);
  }

  private advance(): void {
    if (this.running.length > 0) this.shareClock += (this.events.now - this.at) * this.rate;
    this.at = this.events.now;
  }

  /** Plans the end of the work that ends first; what was planned before for other shares does nothing then. */
  private next(): void {
    const plan = ++this.plan;
    const first = this.running.at(-1);
    if (first === undefined) return;
    const ms = Math.max(0, (first.ends - this.shareClock) / this.rate);
    this.events.in(ms, () => {
      if (plan !== this.plan) return;
      this.advance();
      this.shareClock = Math.max(this.shareClock, first.ends);
      this.running.pop();
      this.next();
      first.done();
    });
  }
}

/** One thread on a machine: a Node process, or one connection of PostgreSQL. Its work is done in order of arrival. */
export class Thread {
  private readonly waiting: { readonly ms: number; readonly done: () => void }[] = [];
  private isBusy = false;

  constructor(private readonly machine: Machine) {}

  do(ms: number, done: () => void): void {
    this.waiting.push({ ms, done });
    if (!this.isBusy) this.work();
  }

  private work(): void {
    const next = this.waiting.shift();
    this.isBusy = next !== undefined;
    if (next === undefined) return;
    this.machine.run(next.ms, () => {
      next.done();
      this.work();
    });
  }
}
