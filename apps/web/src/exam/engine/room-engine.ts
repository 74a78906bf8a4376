import type { ResponseValue } from '@hz/kernel';
import type { AttemptView, Receipt } from '@hz/delivery/contract';
import { isProblem } from '../../shared/api/problem';
import type { ExamApi } from '../api';
import {
  ACTIVE,
  isAllSaved,
  isOverAt,
  isTyped,
  itemOf,
  lacksItems,
  nextSection,
  openSections,
  step,
  type PendingSave,
  type PlayerEvent,
  type PlayerState,
} from '../core';
import type { Journal } from '../journal';
import type { HeldPaper } from '../paper/held-paper';
import { Claimer } from './claimer';
import { ResponseFileMaker } from '../response-file';
import { EvidenceRecorder } from './evidence';
import { knownFileKey } from './file-key';
import { Heartbeat } from './heartbeat';
import { isBrokenLine, Sender } from './sender';
import { serverNow } from './server-clock';
import { keepAwake } from './wake-lock';

const TICK_MS = 500;
/** Typing is saved after a pause of so long, and at the latest after … */
const PAUSE_MS = 800;
const LONGEST_MS = 2_500;
const ACTION_RETRY_MS = 3_000;
const FLAGS_MS = 1_000;

/** The player at work: holds the state, feeds it events, and carries out what follows from them. */
export class RoomEngine {
  private readonly listeners = new Set<() => void>();
  private readonly stops: (() => void)[] = [];
  private readonly sender: Sender;
  private readonly claimer: Claimer;
  private readonly heartbeat: Heartbeat;
  readonly evidence: EvidenceRecorder;
  /** For when there is no line. */
  readonly file: ResponseFileMaker;
  private hasFileKey = false;
  private journalling: Promise<void> = Promise.resolve();
  private pause: number | undefined;
  private draftSince: number | null = null;
  private acting = false;
  private actAgainAt = 0;
  private flagsAgainAt = 0;
  private offlineSince: number | null = null;
  receipt: Receipt | null = null;

  constructor(
    private current: PlayerState,
    private readonly api: ExamApi,
    private readonly held: HeldPaper,
    readonly journal: Journal,
    readonly damaged: number,
  ) {
    const id = current.attempt.id;
    this.evidence = new EvidenceRecorder((events) => api.evidence(id, events));
    const dispatch = (event: PlayerEvent) => this.dispatch(event);
    const viewed = (attempt: AttemptView) => this.viewed(attempt);
    const ports = { api, state: () => this.current, dispatch, viewed };
    const sending = { ...ports, journalled: () => this.journalling, isOver: () => isOverAt(this.current, serverNow()) };
    this.sender = new Sender(sending);
    this.claimer = new Claimer({ ...sending, journal });
    this.heartbeat = new Heartbeat({ ...ports, alive: () => this.heard() });
    this.file = new ResponseFileMaker(current.attempt, journal);
  }

  readonly state = (): PlayerState => this.current;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  start(): void {
    const ticking = window.setInterval(() => this.tick(), TICK_MS);
    const gone = new AbortController();
    const on = { signal: gone.signal };
    const keep = () => this.settle();
    document.addEventListener('visibilitychange', keep, on);
    window.addEventListener('pagehide', keep, on);
    window.addEventListener('beforeunload', (event) => this.warnBeforeLeaving(event), on);
    this.stops.push(
      () => window.clearInterval(ticking),
      () => gone.abort(),
      this.heartbeat.start(),
      this.evidence.watch(() => this.current.current),
      keepAwake(),
    );
    this.tick();
  }

  stop(): void {
    this.settle();
    window.clearTimeout(this.pause);
    for (const stop of this.stops.splice(0)) stop();
  }

  dispatch(event: PlayerEvent): void {
    const before = this.current;
    this.current = step(before, event);
    if (this.current === before) return;
    this.keep(before);
    for (const listener of this.listeners) listener();
    void this.sender.pump();
  }

  answer(itemRef: string, value: ResponseValue): void {
    this.dispatch({ type: 'answered', itemRef, value, at: serverNow() });
    if (isTyped(itemOf(this.current.paper, itemRef).body.interaction)) this.settleLater();
  }

  go(itemRef: string): void {
    this.dispatch({ type: 'went', itemRef, at: serverNow() });
    void this.journal.remember({ current: this.current.current });
  }

  /** The candidate asks to try again now. */
  retry(): void {
    this.dispatch({ type: 'retry-asked' });
    this.heartbeat.hurry();
  }

  settle(): void {
    window.clearTimeout(this.pause);
    this.draftSince = null;
    if (this.current.draft !== null) this.dispatch({ type: 'settled', at: serverNow() });
  }

  private settleLater(): void {
    const now = performance.now();
    this.draftSince ??= now;
    window.clearTimeout(this.pause);
    const wait = Math.min(PAUSE_MS, this.draftSince + LONGEST_MS - now);
    this.pause = window.setTimeout(() => this.settle(), Math.max(0, wait));
  }

  private heard(): void {
    void this.evidence.flush();
    const fileKey = knownFileKey();
    if (fileKey === null || this.hasFileKey) return;
    this.hasFileKey = true;
    void this.journal.remember({ fileKey });
  }

  private tick(): void {
    this.dispatch({ type: 'ticked', at: serverNow() });
    this.noteOffline();
    void this.sender.pump();
    void this.claimer.pump();
    void this.act();
    void this.syncFlags();
  }

  /** Writes to the journal what is new in the queue, and removes what has left it. */
  private keep(before: PlayerState): void {
    const [old, queue] = [before.queue, this.current.queue];
    if (this.current.aside !== before.aside) void this.journal.remember({ aside: this.current.aside });
    // The journal of this device belongs to the page that writes: what this one adds could take the place of an entry of that one.
    if (old.pending === queue.pending || this.current.phase === 'reading') return;
    const known = new Map(old.pending.map((save) => [save.seq, save]));
    const { leaseNo } = this.current.lease;
    const entries = queue.pending
      .filter((save) => isNews(save, known.get(save.seq)))
      .map((save) => ({ ...save, leaseNo }));
    if (entries.length > 0) this.journalling = this.journal.append(entries);
    if (queue.pending.length < old.pending.length) void this.journal.prune(queue.pending.map(({ seq }) => seq));
  }

  /** Entering a section and handing in wait until everything is saved, and are tried until they are answered. */
  private async act(): Promise<void> {
    const { phase } = this.current;
    const entering = phase === 'entering-section' || phase === 'section-over';
    if (this.acting || !(entering || phase === 'handing-in') || performance.now() < this.actAgainAt) return;
    if (!isAllSaved(this.current)) return;
    this.acting = true;
    try {
      await (entering ? this.enterNext() : this.submit());
    } catch (error) {
      this.actionFailed(error);
    } finally {
      this.acting = false;
    }
  }

  private async enterNext(): Promise<void> {
    const next = nextSection(this.current);
    if (next === null) return;
    const { attempt, lease } = this.current;
    const { attempt: view, paperKeys } = await this.api.enterSection(attempt.id, lease.leaseId, next.section.id);
    this.dispatch({ type: 'viewed', attempt: view, paper: await this.held.open(paperKeys) });
    void this.journal.remember({ current: this.current.current });
  }

  /** Takes in how the attempt stands. Where the reply to entering a section was lost, entering it again brings its keys. */
  private async viewed(attempt: AttemptView): Promise<void> {
    const place = { attempt, paper: this.current.paper };
    const { leaseId, leaseNo } = this.current.lease;
    const lacksKeys = attempt.status === 'started' && attempt.leaseNo === leaseNo && lacksItems(place);
    if (!lacksKeys) return this.dispatch({ type: 'viewed', attempt });
    const again = await this.api.enterSection(attempt.id, leaseId, openSections(place)[0]!.id);
    this.dispatch({ type: 'viewed', attempt: again.attempt, paper: await this.held.open(again.paperKeys) });
  }

  private async submit(): Promise<void> {
    const { attempt, lease } = this.current;
    this.receipt = await this.api.submit(attempt.id, lease.leaseId);
    this.dispatch({ type: 'handed-in' });
  }

  private actionFailed(error: unknown): void {
    this.actAgainAt = performance.now() + ACTION_RETRY_MS;
    if (isProblem(error, 'delivery.not-the-writer')) this.dispatch({ type: 'lease-lost' });
    else if (isProblem(error) && error.status < 500 && error.status !== 429) {
      this.dispatch({ type: 'action-refused', code: error.code });
    } else if (isBrokenLine(error)) this.heartbeat.hurry();
  }

  /** Flags are a help, not an answer: they are sent as a whole, quietly, until it works. */
  private async syncFlags(): Promise<void> {
    const { flags, flagsDirty, phase, attempt } = this.current;
    if (!flagsDirty || !ACTIVE.has(phase) || performance.now() < this.flagsAgainAt) return;
    this.flagsAgainAt = performance.now() + FLAGS_MS * 5;
    try {
      await this.api.setFlags(attempt.id, [...flags]);
      this.flagsAgainAt = performance.now() + FLAGS_MS;
      this.dispatch({ type: 'flags-saved', flags });
    } catch {
      // Tried again at a later tick.
    }
  }

  private noteOffline(): void {
    const { trouble } = this.current.queue;
    if (trouble?.kind === 'network') this.offlineSince ??= trouble.since;
    else if (this.offlineSince !== null && trouble === null) {
      this.evidence.add('offline', performance.now() - this.offlineSince);
      this.offlineSince = null;
    }
  }

  private warnBeforeLeaving(event: BeforeUnloadEvent): void {
    this.settle();
    const done = this.current.phase === 'handed-in' || this.current.phase === 'reading';
    if (!done && !isAllSaved(this.current)) event.preventDefault();
  }
}

function isNews(save: PendingSave, known: PendingSave | undefined): boolean {
  return known === undefined || known.value !== save.value || known.itemRef !== save.itemRef || known.at !== save.at;
}
