import type { AttemptView, Resume, WriterLease } from '@hz/delivery/contract';
import type { Paper } from './paper';
import { emptyQueue, type PendingSave } from './queue';
import { reconcile, type JournalEntry } from './resume';
import { openRefs } from './selectors';
import type { PlayerState } from './state';

export interface Opening {
  readonly attempt: AttemptView;
  readonly paper: Paper;
  readonly lease: WriterLease;
  readonly resume: Resume;
  readonly journal: readonly JournalEntry[];
  /** Where the candidate was on this device, when that is known. */
  readonly current: string | null;
  readonly aside: readonly PendingSave[];
}

/** The player's state when the room opens: at the start, after a crash, or on another device. */
export function openPlayer({ attempt, paper, lease, resume, journal, current, aside }: Opening): PlayerState {
  const known = journal.filter(({ itemRef }) => paper.items.has(itemRef));
  const { responses, pending, nextSeq, setAside } = reconcile(resume, known, lease.leaseNo);
  const newest = resume.responses.reduce<Resume['responses'][number] | null>(
    (last, each) => (last === null || each.seq > last.seq ? each : last),
    null,
  );
  const lastSaved = newest && { seq: newest.seq, savedAt: newest.savedAt, late: false };
  const open = openRefs({ paper, attempt });
  const start = current !== null && open.includes(current) ? current : (open[0] ?? [...paper.items.keys()][0]!);
  return {
    attempt,
    paper,
    lease,
    responses,
    draft: null,
    queue: { ...emptyQueue(nextSeq, lastSaved), pending },
    aside: [...aside, ...setAside],
    flags: new Set(resume.flags),
    flagsDirty: false,
    seen: new Set([start, ...responses.keys()]),
    current: start,
    phase: attempt.status === 'submitted' ? 'handed-in' : 'working',
    problem: null,
    left: null,
    announcement: null,
  };
}
