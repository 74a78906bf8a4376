import { sqlStateOf } from './sql-state';

/** What an order came to: a value, a refusal of its own, or nothing yet, because somebody else holds what it needs. */
export type Outcome<Value> = { readonly value: Value } | { readonly refused: Error } | 'held';

/**
 * Commits `orders` in one transaction and says what each came to, in their order. Only where `mayWait` it waits for rows that somebody
 * else holds; otherwise it leaves such orders `held`.
 */
export type Commit<Order, Value> = (
  orders: readonly Order[],
  how: { readonly mayWait: boolean },
) => Promise<readonly Outcome<Value>[]>;

interface Waiting<Order, Value> {
  readonly order: Order;
  readonly resolve: (value: Value) => void;
  readonly reject: (error: unknown) => void;
}

/** SQLSTATE classes "data exception" and "integrity constraint violation": one order is at fault, and not the database. */
const FAULT_OF_AN_ORDER = /^2[23]/;

/**
 * Orders that arrive while a transaction runs go together in the next: a lone one waits for nobody, and a thousand at once cost a few
 * commits. None suffers from another: what is held by somebody else, or makes the database refuse the transaction, is committed alone.
 */
export class GroupCommit<Order, Value> {
  private waiting: Waiting<Order, Value>[] = [];
  private isRunning = false;

  /** @param most orders in one transaction: enough to spare commits, few enough to hold no row for long. */
  constructor(
    private readonly commit: Commit<Order, Value>,
    private readonly most = 100,
  ) {}

  /** Resolves after the commit. Rejects with the order's own refusal, or as the transaction failed. */
  run(order: Order): Promise<Value> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ order, resolve, reject });
      if (!this.isRunning) void this.work();
    });
  }

  private async work(): Promise<void> {
    this.isRunning = true;
    // What arrives in this turn of the event loop goes together.
    await new Promise(setImmediate);
    while (this.waiting.length > 0) await this.together(this.waiting.splice(0, this.most));
    this.isRunning = false;
  }

  private async together(group: readonly Waiting<Order, Value>[]): Promise<void> {
    try {
      const outcomes = await this.commit(
        group.map(({ order }) => order),
        { mayWait: false },
      );
      group.forEach((one, n) => this.settle(one, outcomes[n]!));
    } catch (error) {
      const isOneAtFault = group.length > 1 && FAULT_OF_AN_ORDER.test(sqlStateOf(error) ?? '');
      for (const one of group) {
        if (isOneAtFault) await this.alone(one);
        else one.reject(error);
      }
    }
  }

  private settle(one: Waiting<Order, Value>, outcome: Outcome<Value>): void {
    if (outcome === 'held') void this.alone(one);
    else if ('value' in outcome) one.resolve(outcome.value);
    else one.reject(outcome.refused);
  }

  private async alone(one: Waiting<Order, Value>): Promise<void> {
    try {
      const [outcome] = await this.commit([one.order], { mayWait: true });
      if (outcome === undefined || outcome === 'held') throw new Error('an order that may wait is not held');
      this.settle(one, outcome);
    } catch (error) {
      one.reject(error);
    }
  }
}
