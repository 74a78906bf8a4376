/**
 * Calls that go to the database in one statement: one at a time; who comes meanwhile goes with the next. As `GroupCommit` and the save batch
 * do; with `gatherMs`, as the heartbeats do, the first waits so long for others.
 */
export class Together {
  groups = 0;
  private waiting: (() => void)[] = [];
  private isBusy = false;

  /** `send` takes the number of calls and says when their statement is through. */
  constructor(
    private readonly most: number,
    private readonly send: (calls: number, through: () => void) => void,
    private readonly later: (ms: number, run: () => void) => void,
    private readonly gatherMs = 0,
  ) {}

  go(done: () => void): void {
    this.waiting.push(done);
    if (this.isBusy) return;
    this.isBusy = true;
    if (this.gatherMs === 0) this.work();
    else this.later(this.gatherMs, () => this.work());
  }

  private work(): void {
    const group = this.waiting.splice(0, this.most);
    this.isBusy = group.length > 0;
    if (group.length === 0) return;
    this.groups += 1;
    this.send(group.length, () => {
      for (const done of group) done();
      if (this.gatherMs === 0 || this.waiting.length === 0) this.work();
      else this.later(this.gatherMs, () => this.work());
    });
  }
}
