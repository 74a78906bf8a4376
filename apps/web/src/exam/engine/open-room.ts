import type { AttemptView } from '@hz/delivery/contract';
import { examApi } from '../api';
import { openPlayer, paperOf } from '../core';
import { Journal } from '../journal';
import { RoomEngine } from './room-engine';
import { lockTab, type TabLock } from './tab-lock';

export type Opened =
  | { readonly kind: 'room'; readonly engine: RoomEngine; readonly lock: TabLock }
  | { readonly kind: 'waiting-room' }
  | { readonly kind: 'handed-in' }
  /** Another tab of this browser, or another device, writes. */
  | { readonly kind: 'elsewhere'; readonly where: 'tab' | 'device'; readonly attempt: AttemptView };

interface Events {
  /** The journal of this device failed. */
  readonly onJournalLost: () => void;
}

/** Opens the room of a registration. `force` takes the writing over from wherever it is; without it that is only reported. */
export async function openRoom(registrationId: string, force: boolean, events: Events): Promise<Opened> {
  const attempt = await examApi.enter(registrationId);
  if (attempt.status === 'prepared') return { kind: 'waiting-room' };
  if (attempt.status === 'submitted') return { kind: 'handed-in' };
  const journal = await Journal.open(attempt.id, events.onJournalLost);
  const memory = await journal.recall();
  if (!force && memory.leaseNo !== attempt.leaseNo) return { kind: 'elsewhere', where: 'device', attempt };
  let taken: () => void = () => undefined;
  const lock = await lockTab(attempt.id, force, () => taken());
  if (lock === null) return { kind: 'elsewhere', where: 'tab', attempt };
  try {
    const engine = await build(attempt, force, journal);
    taken = () => engine.dispatch({ type: 'lease-lost' });
    if (force) engine.evidence.add('second-tab', 0);
    return { kind: 'room', engine, lock };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function build({ id }: AttemptView, force: boolean, journal: Journal): Promise<RoomEngine> {
  const { attempt, lease } = await (force ? examApi.takeOver(id) : examApi.start(id));
  await journal.remember({ leaseNo: lease.leaseNo });
  const [{ form }, resume, { entries, damaged }] = await Promise.all([
    examApi.form(id),
    examApi.resume(id),
    journal.load(),
  ]);
  const { current, aside } = await journal.recall();
  const state = openPlayer({ attempt, paper: paperOf(form), lease, resume, journal: entries, current, aside });
  if (state.aside.length > aside.length) await journal.remember({ aside: state.aside });
  await journal.rewrite(state.queue.pending.map((save) => ({ ...save, leaseNo: lease.leaseNo })));
  return new RoomEngine(state, examApi, journal, damaged);
}
