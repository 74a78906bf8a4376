import type { Chance } from '../../chaos/random';
import type { Events } from './events';
import type { Machine } from './machine';

/** Of the cores, so much is left to us while other work has a burst. */
const LEFT_IN_A_BURST = 0.15;

/** Other work on the same machine, which takes `cores` of it on average: in bursts, between which it takes nothing. */
export class Others {
  private isOver = false;

  constructor(
    private readonly events: Events,
    private readonly machine: Machine,
    private readonly chance: Chance,
    cores: number,
    private readonly burstMs: number,
  ) {
    const share = Math.min(0.95, cores / (machine.cores * (1 - LEFT_IN_A_BURST)));
    if (share > 0) this.rest((burstMs * (1 - share)) / share);
  }

  /** Nothing comes any more; what is under way ends. */
  end(): void {
    this.isOver = true;
    this.machine.leave(this.machine.cores);
  }

  private rest(restMs: number): void {
    this.after(restMs, () => {
      this.machine.leave(this.machine.cores * LEFT_IN_A_BURST);
      this.after(this.burstMs, () => {
        this.machine.leave(this.machine.cores);
        this.rest(restMs);
      });
    });
  }

  private after(meanMs: number, run: () => void): void {
    this.events.in(-Math.log(1 - this.chance.next()) * meanMs, () => {
      if (!this.isOver) run();
    });
  }
}
