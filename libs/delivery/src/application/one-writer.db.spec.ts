import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { canonicalJson, DomainError, type AttemptId, type Principal } from '@hz/kernel';
import type { SavedResponses, WriterLease } from '../contract';
import { deliveryWorld, type DeliveryWorld } from '../testing/delivery.fixture';
import { CloseOverdue } from './close-overdue.command';
import { Receipts } from './receipts';
import { SaveResponses } from './save-responses.command';
import { StartAttempt } from './start-attempt.command';
import { SubmitAttempt } from './submit-attempt.command';

const PAGES = 3;
const INTERLEAVINGS = 100;

/** What pages and the worker do. A page writes with the lease that it knew when the round began. */
type Deed =
  | { readonly do: 'start' | 'take-over' | 'submit'; readonly page: number }
  | { readonly do: 'save'; readonly page: number; readonly seq: number; readonly item: number; readonly value: number }
  | { readonly do: 'close' };

/** The attempt as the rules see it. */
interface Model {
  readonly status: 'prepared' | 'started' | 'submitted';
  readonly leaseNo: number;
  readonly holder: number | null;
  readonly time: 'in-time' | 'late' | 'over';
  readonly log: Readonly<Record<number, readonly [item: number, value: number, late: boolean]>>;
}
const FRESH: Model = { status: 'prepared', leaseNo: 0, holder: null, time: 'in-time', log: {} };
type Step = readonly [after: Model, outcome: string];

/** The rules: what may follow when this deed alone comes next. `leaseNo` is that of the page; 0 when it never had one. */
function follow(model: Model, deed: Deed, leaseNo: number): readonly Step[] {
  switch (deed.do) {
    case 'start':
    case 'take-over':
      return [lease(model, deed)];
    case 'save':
      return [save(model, deed, leaseNo)];
    case 'submit':
      return [submit(model, leaseNo)];
    case 'close': {
      // The sweep leaves alone what somebody holds at this moment.
      const isDue = model.status === 'started' && model.time === 'over';
      return isDue
        ? [
            [{ ...model, status: 'submitted' }, 'swept'],
            [model, 'swept'],
          ]
        : [[model, 'swept']];
    }
  }
}

function lease(model: Model, deed: Extract<Deed, { page: number }>): Step {
  if (model.status === 'submitted') return [model, 'delivery.attempt-closed'];
  if (model.status === 'prepared' && deed.do === 'take-over') return [model, 'delivery.not-started'];
  if (model.status === 'started' && model.holder === deed.page) return [model, `lease ${model.leaseNo}`];
  const leaseNo = model.leaseNo + 1;
  return [{ ...model, status: 'started', leaseNo, holder: deed.page }, `lease ${leaseNo}`];
}

function save(model: Model, { seq, item, value }: Extract<Deed, { do: 'save' }>, leaseNo: number): Step {
  const known = model.log[seq];
  if (known?.[0] === item && known[1] === value) return [model, `saved ${known[2]}`];
  if (model.status === 'prepared') return [model, 'delivery.not-started'];
  if (model.status === 'submitted') return [model, 'delivery.attempt-closed'];
  if (leaseNo !== model.leaseNo) return [model, 'delivery.not-the-writer'];
  if (model.time === 'over') return [model, 'delivery.past-grace'];
  if (known !== undefined) return [model, 'delivery.sequence-taken'];
  const late = model.time === 'late';
  return [{ ...model, log: { ...model.log, [seq]: [item, value, late] } }, `saved ${late}`];
}

function submit(model: Model, leaseNo: number): Step {
  const receipt = `receipt ${newestOf(model)}`;
  if (model.status === 'submitted') return [model, receipt];
  if (model.status === 'prepared') return [model, 'delivery.not-started'];
  if (leaseNo !== model.leaseNo) return [model, 'delivery.not-the-writer'];
  return [{ ...model, status: 'submitted' }, receipt];
}

/** The numbers that count: the highest of each item. */
function newestOf({ log }: Model): string {
  const newest = new Map(Object.entries(log).map(([seq, [item]]) => [item, Number(seq)]));
  return String([...newest.values()].sort((a, b) => a - b));
}

/** All states in which some order of the deeds explains every outcome. */
function explained(model: Model, deeds: readonly (readonly [Deed, number, string])[]): Model[] {
  if (deeds.length === 0) return [model];
  return deeds.flatMap(([deed, leaseNo, seen], index) =>
    follow(model, deed, leaseNo)
      .filter(([, outcome]) => outcome === seen)
      .flatMap(([after]) => explained(after, deeds.toSpliced(index, 1))),
  );
}

const page = fc.nat(PAGES - 1);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('start' as const, 'take-over' as const), page }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('save' as const),
      page,
      seq: fc.integer({ min: 1, max: 5 }),
      item: fc.nat(1),
      value: fc.nat(1),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('submit' as const), page }) },
  { weight: 1, arbitrary: fc.constant<Deed>({ do: 'close' }) },
);
const round = fc.record({
  deeds: fc.array(deed, { minLength: 1, maxLength: 5 }),
  time: fc.constantFrom(null, null, null, 'late' as const, 'over' as const),
});
const script = fc
  .tuple(page, fc.array(round, { minLength: 2, maxLength: 5, size: 'max' }))
  .map(([first, rounds]) => [{ deeds: [{ do: 'start' as const, page: first }], time: null }, ...rounds]);

/** One attempt, its pages, and all states that it may be in after what was seen. */
class Interleaving {
  private readonly pageIds = Array.from({ length: PAGES }, () => randomUUID());
  private readonly leases: (WriterLease | null)[] = this.pageIds.map(() => null);
  private models: readonly Model[] = [FRESH];

  constructor(
    private readonly world: DeliveryWorld,
    private readonly items: readonly { ref: string; choices: readonly string[] }[],
    private readonly of: { who: Principal; id: AttemptId },
  ) {}

  async run(rounds: readonly { deeds: readonly Deed[]; time: 'late' | 'over' | null }[]): Promise<void> {
    for (const { deeds, time } of rounds) {
      if (time !== null) await this.goOn(time);
      const known = deeds.map((each) => (each.do === 'close' ? null : this.leases[each.page]!));
      const seen = await Promise.all(deeds.map((each, index) => this.outcomeOf(each, known[index]!)));
      this.take(deeds.map((each, index) => [each, known[index]?.leaseNo ?? 0, seen[index]!]));
    }
    await this.goOn('over');
    await this.world.get(CloseOverdue).run();
    this.take([[{ do: 'close' }, 0, 'swept']]);
    await this.check();
  }

  private take(seen: readonly (readonly [Deed, number, string])[]): void {
    const after = this.models.flatMap((model) => explained(model, seen));
    if (after.length === 0)
      throw new Error(`no order explains ${JSON.stringify(seen)} after ${JSON.stringify(this.models)}`);
    this.models = [...new Map(after.map((model) => [canonicalJson(model), model])).values()];
  }

  private async goOn(time: 'late' | 'over'): Promise<void> {
    if (!this.models.every(({ status, time: now }) => status === 'started' && now !== 'over')) return;
    await this.world.endedAgo(this.of.id, time === 'late' ? 30 : 61);
    this.models = this.models.map((model) => ({ ...model, time }));
  }

  private async outcomeOf(each: Deed, by: WriterLease | null): Promise<string> {
    const { who, id } = this.of;
    const leaseId = by?.leaseId ?? randomUUID();
    try {
      if (each.do === 'close')
        return await this.world
          .get(CloseOverdue)
          .run()
          .then(() => 'swept');
      if (each.do === 'save') {
        const { ref, choices } = this.items[each.item]!;
        const saves = [{ seq: each.seq, itemRef: ref, value: choices[each.value]! }];
        const reply: SavedResponses = await this.world.get(SaveResponses).run(who, id, { leaseId, saves });
        return `saved ${reply.acks[0]!.late}`;
      }
      if (each.do === 'submit') {
        const { responses } = await this.world.get(SubmitAttempt).run(who, id, leaseId);
        return `receipt ${responses.map(({ seq }) => seq).sort((a, b) => a - b)}`;
      }
      const pageId = this.pageIds[each.page]!;
      const start = this.world.get(StartAttempt);
      const started = await (each.do === 'start'
        ? start.run(who, id, { pageId })
        : start.takeOver(who, id, { pageId }));
      this.leases[each.page] = started.lease;
      return `lease ${started.lease.leaseNo}`;
    } catch (error) {
      if (error instanceof DomainError) return error.code;
      throw error;
    }
  }

  /** One submission, with the newest of what was acknowledged, and a log that is what the rules say. */
  private async check(): Promise<void> {
    const { who, id } = this.of;
    const rows = await this.world.rowsOf<{ seq: number; item_ref: string; value: string; late: boolean }>(
      'SELECT seq, item_ref, value, late FROM delivery.response_log WHERE attempt_id = $1 ORDER BY seq',
      id,
    );
    const log = Object.fromEntries(
      rows.map(({ seq, item_ref, value, late }) => {
        const item = this.items.findIndex(({ ref }) => ref === item_ref);
        return [seq, [item, this.items[item]!.choices.indexOf(value), late]];
      }),
    );
    const ends = this.models.filter((model) => canonicalJson(model.log) === canonicalJson(log));
    expect(ends.map(({ status }) => status)).toContain('submitted');
    const { responses } = await this.world.get(Receipts).ownReceipt(who, id);
    expect(String(responses.map(({ seq }) => seq).sort((a, b) => a - b))).toBe(newestOf(ends[0]!));
    const sent = `SELECT 1 FROM platform.outbox WHERE event = 'delivery.attempt-submitted' AND key = $1::text`;
    expect(await this.world.rowsOf(sent, id)).toHaveLength(1);
  }
}

describe('the one writer', () => {
  let world: DeliveryWorld;
  let items: { ref: string; choices: string[] }[];
  const attempts: { who: Principal; id: AttemptId }[] = [];
  beforeAll(async () => {
    world = await deliveryWorld();
    const { form } = await world.started();
    items = form.sections[0]!.items.flatMap(({ ref, body: { interaction: one } }) =>
      one.type === 'single-choice' ? [{ ref, choices: one.choices.map(({ id }) => id) }] : [],
    );
    while (attempts.length < INTERLEAVINGS) {
      attempts.push(...(await Promise.all(Array.from({ length: 20 }, () => world.waiting()))));
    }
  }, 120_000);
  afterAll(() => world.close());

  it('F36: whatever pages and the worker do at once is what some order of it would do; one submission with all that was acknowledged', async () => {
    await fc.assert(
      fc.asyncProperty(script, async (rounds) => {
        const of = attempts.pop() ?? (await world.waiting());
        await new Interleaving(world, items, of).run(rounds);
      }),
      { numRuns: INTERLEAVINGS },
    );
  });
});
