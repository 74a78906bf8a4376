/** What a group needs of the process that it is in. */
export interface Surroundings {
  /** Runs when the process comes to it: after everything that it has to do already. */
  readonly turn: (run: () => void) => void;
  readonly later: (ms: number, run: () => void) => void;
}

/**
 * Calls that go to the database in one statement: one at a time; who comes meanwhile goes with the next. As `GroupCommit`, the gathered
 * look-ups and the save batch do; with `gatherMs`, as the heartbeats do, the first waits so long for others.
 */
export class Together {
  groups = 0;
  private waiting: (() => void)[] = [];
  private isBusy = false;

  /** `send` takes the number of calls and says when their statement is through. */
  constructor(
    private readonly most: number,
    private readonly send: (calls: number, through: () => void) => void,
    private readonly around: Surroundings,
    private readonly gatherMs = 0,
  ) {}

  go(done: () => void): void {
    this.waiting.push(done);
    if (!this.isBusy) this.begin();
  }

  private begin(): void {
    this.isBusy = this.waiting.length > 0;
    if (!this.isBusy) return;
    // Who goes along is settled when the process gets to sending, and not when it was decided to send.
    if (this.gatherMs === 0) this.around.turn(() => this.work());
    else this.around.later(this.gatherMs, () => this.work());
  }

  private work(): void {
    const group = this.waiting.splice(0, this.most);
    this.groups += 1;
    this.send(group.length, () => {
      for (const done of group) done();
      this.begin();
    });
  }
}
