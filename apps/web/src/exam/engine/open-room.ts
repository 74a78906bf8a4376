import type { AttemptView, Resume, StartedAttempt } from '@hz/delivery/contract';
import { examApi } from '../api';
import { openPlayer } from '../core';
import { Journal } from '../journal';
import { canOpenPapers, HeldPaper } from '../paper/held-paper';
import { presentMark } from './beacons';
import { takeHandover } from './handover';
import { RoomEngine } from './room-engine';
import { lockTab, type TabLock } from './tab-lock';

export type Opened =
  | { readonly kind: 'room'; readonly engine: RoomEngine; readonly lock: TabLock }
  | { readonly kind: 'waiting-room' }
  | { readonly kind: 'handed-in' }
  /** The address is not https: this browser cannot open the paper. */
  | { readonly kind: 'insecure' }
  /** Another tab of this browser, or another device, writes; or this device cannot remember that it was itself. */
  | { readonly kind: 'elsewhere'; readonly where: 'tab' | 'device' | 'unknown'; readonly attempt: AttemptView };

interface Events {
  /** The journal of this device failed. */
  readonly onJournalLost: () => void;
}

/** Opens the room of a registration. `force` takes the writing over from wherever it is; without it that is only reported. */
export async function openRoom(registrationId: string, force: boolean, events: Events): Promise<Opened> {
  if (!canOpenPapers()) return { kind: 'insecure' };
  const handed = force ? null : takeHandover(registrationId);
  const attempt = handed?.attempt ?? (await examApi.enter(registrationId));
  if (attempt.status === 'prepared') return { kind: 'waiting-room' };
  if (attempt.status === 'submitted') return { kind: 'handed-in' };
  const journal = await Journal.open(attempt.id, events.onJournalLost, () => presentMark(attempt.id));
  const memory = await journal.recall();
  if (!force && handed === null && memory.leaseNo !== attempt.leaseNo) {
    // A full disk shows itself at the first write.
    await journal.remember({});
    return { kind: 'elsewhere', where: journal.kept ? 'device' : 'unknown', attempt };
  }
  return lockAndBuild({ attempt, handed, force, journal });
}

interface Entry {
  readonly attempt: AttemptView;
  readonly handed: StartedAttempt | null;
  readonly force: boolean;
  readonly journal: Journal;
}

async function lockAndBuild({ attempt, handed, force, journal }: Entry): Promise<Opened> {
  let taken: () => void = () => undefined;
  const lock = await lockTab(attempt.id, force, () => taken());
  if (lock === null) return { kind: 'elsewhere', where: 'tab', attempt };
  try {
    const started = handed ?? (await (force ? examApi.takeOver : examApi.start)(attempt.id));
    // Who has just started, as the first one to hold a lease, has saved nothing yet.
    const isFresh = handed?.lease.leaseNo === 1;
    const engine = await build(started, isFresh ? NOTHING_SAVED : null, journal);
    taken = () => engine.dispatch({ type: 'lease-lost' });
    if (force) engine.evidence.add('second-tab', 0);
    return { kind: 'room', engine, lock };
  } catch (error) {
    lock.release();
    throw error;
  }
}

const NOTHING_SAVED: Resume = { responses: [], lastSeq: 0, flags: [] };

async function build(started: StartedAttempt, known: Resume | null, journal: Journal): Promise<RoomEngine> {
  const { attempt, lease } = started;
  await journal.remember({ leaseNo: lease.leaseNo, macKey: lease.macKey });
  const [held, resume, { entries, damaged }] = await Promise.all([
    HeldPaper.of(started),
    known ?? examApi.resume(attempt.id),
    journal.load(),
  ]);
  const paper = await held.open(started.paperKeys);
  const { current, aside } = await journal.recall();
  const state = openPlayer({ attempt, paper, lease, resume, journal: entries, current, aside });
  if (state.aside.length > aside.length) await journal.remember({ aside: state.aside });
  await journal.rewrite(state.queue.pending.map((save) => ({ ...save, leaseNo: lease.leaseNo })));
  return new RoomEngine(state, examApi, held, journal, damaged);
}
