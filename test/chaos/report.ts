import type { Finished } from './finish';
import type { RoundResult } from './round';
import type { FaultName, RoundPlan } from './schedule';

const EXAMPLES = 8;

interface OfFault {
  rounds: number;
  readonly backAfterMs: number[];
  failures: number;
  skipped: string | null;
}

/** What came of the rounds, and whether it was all right. */
export class Tally {
  failedRound: number | null = null;
  private current: number | null = null;
  private rounds = 0;
  private attempts = 0;
  private acknowledged = 0;
  private finishes = 0;
  private certificates = 0;
  private readonly faults = new Map<FaultName, OfFault>();
  private readonly broken: Record<'lost' | 'doubled' | 'outOfOrder' | 'odd' | 'notOnce', string[]> = {
    lost: [],
    doubled: [],
    outOfOrder: [],
    odd: [],
    notOnce: [],
  };

  get isSound(): boolean {
    return this.rounds > 0 && Object.values(this.broken).every((list) => list.length === 0);
  }

  begin(round: number, { faults }: RoundPlan): void {
    this.current = round;
    const what = faults.map(({ name, atMs, forMs }) => `${name} at ${atMs} ms${forMs === 0 ? '' : ` for ${forMs} ms`}`);
    process.stdout.write(`round ${round}: ${what.join(', ')} … `);
  }

  end(round: number, { struck, answers, oddities }: RoundResult): void {
    this.rounds += 1;
    this.attempts += answers.attempts;
    this.acknowledged += answers.acknowledged;
    for (const { name, backAfterMs, failures, skipped } of struck) {
      const of = this.faults.get(name) ?? { rounds: 0, backAfterMs: [], failures: 0, skipped };
      this.faults.set(name, of);
      of.rounds += 1;
      of.failures += failures;
      if (backAfterMs !== null) of.backAfterMs.push(backAfterMs);
    }
    const { lost, doubled, outOfOrder } = answers;
    this.note(round, { lost, doubled, outOfOrder, odd: [...oddities] });
    const back = struck.map(({ backAfterMs, skipped }) => skipped ?? `back after ${backAfterMs} ms`).join(', ');
    console.log(`${answers.acknowledged} acknowledged, ${lost.length} lost; ${back}`);
  }

  finished({ certificates, broken }: Finished): void {
    this.finishes += 1;
    this.certificates += certificates;
    console.log(`on to the certificates: ${certificates} issued, ${broken.length} faults`);
    this.note(this.current!, { notOnce: broken });
  }

  /** Something that ended the run. */
  fault(what: string): void {
    this.note(this.current ?? 0, { odd: [what] });
  }

  print(): void {
    console.log('\nfault              rounds   failed tries   back after, p50 ms    max ms');
    for (const [name, of] of [...this.faults].toSorted(([a], [b]) => (a < b ? -1 : 1))) console.log(lineOf(name, of));
    const { lost, doubled, outOfOrder, odd, notOnce } = this.broken;
    console.log(
      `\n${this.rounds} rounds, ${this.attempts} attempts, ${this.acknowledged} answers acknowledged, ${this.certificates} certificates in ${this.finishes} sessions: ` +
        `${lost.length} lost, ${doubled.length} doubled, ${outOfOrder.length} out of order, ${notOnce.length} not exactly once, ${odd.length} oddities.`,
    );
    for (const [kind, list] of Object.entries(this.broken)) {
      for (const line of list.slice(0, EXAMPLES)) console.log(`  ! ${kind}: ${line}`);
      if (list.length > EXAMPLES) console.log(`  ! ${kind}: … and ${list.length - EXAMPLES} more`);
    }
  }

  private note(round: number, found: Partial<Tally['broken']>): void {
    for (const [kind, list] of Object.entries(found)) {
      if (list.length > 0) this.failedRound ??= round;
      this.broken[kind as keyof Tally['broken']].push(...list.map((line) => `round ${round}: ${line}`));
    }
  }
}

function lineOf(name: FaultName, { rounds, failures, backAfterMs, skipped }: OfFault): string {
  const head = `${name.padEnd(18)} ${String(rounds).padStart(6)}`;
  if (skipped !== null) return `${head}   SKIPPED: ${skipped}`;
  const sorted = backAfterMs.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  return `${head} ${String(failures).padStart(14)} ${String(middle).padStart(20)} ${String(sorted.at(-1)).padStart(9)}`;
}
