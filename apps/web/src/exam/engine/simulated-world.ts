import { canonicalJson, type ResponseValue } from '@hz/kernel';
import {
  acknowledgementMac,
  type Resume,
  type SavedResponses,
  type SaveInput,
  type WriterLease,
} from '@hz/delivery/contract';
import { ApiProblem, NetworkProblem } from '../../shared/api/problem';
import {
  CHAIN_START,
  checkedChain,
  linked,
  openPlayer,
  paperOf,
  step,
  type JournalEntry,
  type Link,
  type PendingSave,
  type PlayerEvent,
  type PlayerState,
} from '../core';
import { aForm, anAttempt } from '../core/fixtures';
import { Sender } from './sender';

/** For simulations: the real player and sender, a server that follows the rules of saving, and a line between them that loses things. */
const MAC_KEY = 'key';
const ATTEMPT = anAttempt();

export interface Logged {
  readonly seq: number;
  readonly itemRef: string;
  readonly value: ResponseValue;
  readonly savedAt: number;
}

const problem = (code: string, status: number) =>
  new ApiProblem({ title: code, titles: { zh: code, en: code }, status, instance: '', code, params: {}, errors: [] });

export class SimulatedServer {
  now = ATTEMPT.startedAt!;
  leaseNo = 0;
  readonly log = new Map<number, Logged>();

  take(): WriterLease {
    this.leaseNo += 1;
    return { leaseId: `lease-${this.leaseNo}`, leaseNo: this.leaseNo, macKey: MAC_KEY };
  }

  /** What is in the log is acknowledged again, to anybody; a stale lease and a number that is taken are refused. */
  save({ leaseId, saves }: SaveInput): SavedResponses {
    const refusals: string[] = [];
    const acks = saves.map(({ seq, itemRef, value }) => {
      const known = this.log.get(seq);
      const isRepeat = known?.itemRef === itemRef && canonicalJson(known.value) === canonicalJson(value);
      if (!isRepeat && leaseId !== `lease-${this.leaseNo}`) refusals.push('delivery.not-the-writer');
      else if (!isRepeat && known !== undefined) refusals.push('delivery.sequence-taken');
      else if (!isRepeat) this.log.set(seq, { seq, itemRef, value, savedAt: this.now });
      const savedAt = this.log.get(seq)?.savedAt ?? this.now;
      return { seq, savedAt, count: seq, late: false, mac: acknowledgementMac(MAC_KEY, ATTEMPT.id, seq, value) };
    });
    if (refusals[0] !== undefined) throw problem(refusals[0], 409);
    return { acks, serverTime: this.now };
  }

  inOrder(): Logged[] {
    return [...this.log.values()].sort((a, b) => a.seq - b.seq);
  }

  resume(): Resume {
    const newest = new Map(this.inOrder().map((each) => [each.itemRef, each]));
    return { responses: [...newest.values()], lastSeq: Math.max(0, ...this.log.keys()), flags: [] };
  }
}

interface Row extends Link {
  readonly no: number;
}

/** A device's disk: what was written survives a crash, what was only asked for does not. */
class Disk {
  rows: Row[] = [];
  aside: readonly PendingSave[] = [];
  waiting: (() => void)[] = [];
  /** The last value of each item that reached this disk when it was given. */
  readonly kept = new Map<string, ResponseValue>();

  write(work: () => void): Promise<void> {
    return new Promise((resolve) => this.waiting.push(() => (work(), resolve())));
  }

  flush(): void {
    for (const work of this.waiting.splice(0)) work();
  }

  put(entries: readonly JournalEntry[]): void {
    for (const entry of entries) {
      const last = this.rows.at(-1);
      this.rows.push({ ...linked(entry, last?.hash ?? CHAIN_START), no: (last?.no ?? 0) + 1 });
    }
  }

  /** Removes what lies before the first row of the oldest change that is still to be sent. */
  prune(pending: ReadonlySet<number>): void {
    const oldest = this.rows.findIndex(({ seq }) => pending.has(seq));
    this.rows = oldest === -1 ? [] : this.rows.slice(oldest);
  }
}

interface Call {
  readonly input: SaveInput;
  readonly resolve: (reply: SavedResponses) => void;
  readonly reject: (error: Error) => void;
  reply: SavedResponses | Error | null;
  isWaiting: boolean;
}

/** A page that is open: as the room's engine does, it feeds the player, journals what is new, and lets the sender send. */
export class SimulatedPage {
  readonly calls: Call[] = [];
  readonly acknowledged: { itemRef: string; value: ResponseValue; seq: number }[] = [];
  private journalling: Promise<void> = Promise.resolve();
  private readonly sender: Sender;

  constructor(
    private readonly server: SimulatedServer,
    readonly disk: Disk,
    public state: PlayerState,
    readonly skew: number,
  ) {
    const save = (_: string, input: SaveInput) =>
      new Promise<SavedResponses>((resolve, reject) =>
        this.calls.push({ input, resolve, reject, reply: null, isWaiting: true }),
      );
    this.sender = new Sender({
      api: { save, resume: () => Promise.resolve(server.resume()), view: () => Promise.resolve(ATTEMPT) },
      state: () => this.state,
      dispatch: (event) => this.dispatch(event),
      viewed: (attempt) => Promise.resolve(this.dispatch({ type: 'viewed', attempt })),
      journalled: () => this.journalling,
      isOver: () => false,
    });
  }

  /** Server time, as this page believes. */
  get at(): number {
    return this.server.now + this.skew;
  }

  dispatch(event: PlayerEvent): void {
    const before = this.state;
    if (event.type === 'acknowledged') {
      const done = new Set(event.acks.map(({ seq }) => seq));
      this.acknowledged.push(...before.queue.pending.filter(({ seq }) => done.has(seq)));
    }
    this.state = step(before, event);
    if (this.state !== before) this.keep(before);
    this.pump();
  }

  pump(): void {
    void this.sender.pump();
  }

  private keep(before: PlayerState): void {
    const { queue, lease, aside } = this.state;
    if (aside !== before.aside) this.disk.aside = aside;
    if (queue.pending === before.queue.pending) return;
    const known = new Map(before.queue.pending.map((save) => [save.seq, save]));
    const isNew = ({ seq, value }: PendingSave) => known.get(seq)?.value !== value;
    const news = queue.pending.filter((save) => isNew(save) || known.get(save.seq)?.at !== save.at);
    const values = news.filter(isNew);
    if (news.length > 0) {
      this.journalling = this.disk.write(() => {
        this.disk.put(news.map((save) => ({ ...save, leaseNo: lease.leaseNo })));
        for (const { itemRef, value } of values) this.disk.kept.set(itemRef, value);
      });
    }
    if (queue.pending.length < before.queue.pending.length) {
      const pending = new Set(queue.pending.map(({ seq }) => seq));
      void this.disk.write(() => this.disk.prune(pending));
    }
  }

  /** What may become of the call that waits: the request arrives (again), its reply arrives, or the page hears nothing. */
  arrive(call: Call): void {
    try {
      call.reply = this.server.save(call.input);
    } catch (error) {
      call.reply = error as Error;
    }
  }

  end(call: Call, reply: Call['reply']): void {
    if (!call.isWaiting || reply === null) return;
    call.isWaiting = false;
    if (reply instanceof Error) call.reject(reply);
    else call.resolve(reply);
  }
}

export class SimulatedDevice {
  readonly disk = new Disk();
  page: SimulatedPage | null = null;
  /** Requests of pages that are gone: they may still arrive. */
  readonly ghosts: { page: SimulatedPage; call: Call }[] = [];
  readonly acknowledged: SimulatedPage['acknowledged'] = [];

  constructor(private readonly server: SimulatedServer) {}

  /** The page is gone, and with it what was not on the disk. */
  crash(): void {
    const { page } = this;
    if (page === null) return;
    this.disk.waiting = [];
    this.ghosts.push(...page.calls.map((call) => ({ page, call })));
    this.acknowledged.push(...page.acknowledged);
    this.page = null;
  }

  /** `fails`: the lease is taken, but what is saved cannot be read, and no room opens. */
  open({ skew = 0, fails = false }: { skew?: number; fails?: boolean } = {}): void {
    this.crash();
    const lease = this.server.take();
    if (fails) return;
    const { sound } = checkedChain(this.disk.rows);
    const state = openPlayer({
      attempt: { ...ATTEMPT, leaseNo: lease.leaseNo },
      paper: paperOf(aForm()),
      lease,
      resume: this.server.resume(),
      journal: sound,
      current: null,
      aside: this.disk.aside,
    });
    this.disk.aside = state.aside;
    this.disk.rows = [];
    this.disk.put(state.queue.pending.map((save) => ({ ...save, leaseNo: lease.leaseNo })));
    this.page = new SimulatedPage(this.server, this.disk, state, skew);
    this.page.pump();
  }
}

export const lineBroken = (): Error => new NetworkProblem();
export const serverTired = (): Error => problem('platform.unavailable', 503);
