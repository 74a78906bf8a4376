import type { ResponseValue } from '@hz/kernel';
import type { AttemptView, IncidentNotice, SaveAck, WriterLease } from '@hz/delivery/contract';
import type { Paper } from './paper';
import type { Failure, PendingSave, SaveQueue } from './queue';
import type { SpokenMinutes } from './thresholds';

/**
 * working: answering; reviewing: the page before handing in; leaving-section: the page before a section is left for good;
 * entering-section, handing-in: the call is under way; section-over, time-over: the clock has ended it; reading: another page writes; handed-in: done.
 */
export type Phase =
  | 'working'
  | 'reviewing'
  | 'leaving-section'
  | 'entering-section'
  | 'handing-in'
  | 'section-over'
  | 'time-over'
  | 'reading'
  | 'handed-in';

export type Spoken =
  | { readonly kind: 'minutes'; readonly minutes: SpokenMinutes; readonly of: 'section' | 'exam' }
  | { readonly kind: 'extended'; readonly notice: IncidentNotice }
  | { readonly kind: 'not-saved' }
  | { readonly kind: 'saved-again' };

export interface PlayerState {
  readonly attempt: AttemptView;
  readonly paper: Paper;
  readonly lease: WriterLease;
  readonly responses: ReadonlyMap<string, ResponseValue>;
  /** The item in which something was typed that is not queued yet. */
  readonly draft: string | null;
  readonly queue: SaveQueue;
  /** What does not count: not taken by the server (section closed, time over), or overtaken by another device. Kept and shown. */
  readonly aside: readonly PendingSave[];
  readonly flags: ReadonlySet<string>;
  readonly flagsDirty: boolean;
  readonly seen: ReadonlySet<string>;
  readonly current: string;
  readonly phase: Phase;
  /** A refusal of handing in or of entering a section, until the next try. */
  readonly problem: string | null;
  /** Time left at the last look, in ms; null before the first. */
  readonly left: { readonly exam: number; readonly section: number | null } | null;
  readonly announcement: { readonly no: number; readonly what: Spoken } | null;
}

export type PlayerEvent =
  /** `at` is always server time, `now` monotonic time. */
  | { readonly type: 'answered'; readonly itemRef: string; readonly value: ResponseValue; readonly at: number }
  | { readonly type: 'settled'; readonly at: number }
  | { readonly type: 'went'; readonly itemRef: string; readonly at: number }
  | { readonly type: 'flagged'; readonly itemRef: string }
  | { readonly type: 'flags-saved'; readonly flags: ReadonlySet<string> }
  | { readonly type: 'sent'; readonly seqs: readonly number[] }
  | { readonly type: 'acknowledged'; readonly acks: readonly SaveAck[] }
  | ({ readonly type: 'save-failed' } & Failure)
  | { readonly type: 'line-back' }
  | { readonly type: 'retry-asked' }
  /** The server will never take these: those of closed sections, of one item, or all. */
  | { readonly type: 'refused'; readonly which: 'closed-sections' | 'all' | { readonly itemRef: string } }
  | { readonly type: 'renumbered'; readonly lastSeq: number }
  /** `paper` comes along when a section was entered: before that the server keeps its items back. */
  | { readonly type: 'viewed'; readonly attempt: AttemptView; readonly paper?: Paper }
  | { readonly type: 'lease-lost' }
  | { readonly type: 'ticked'; readonly at: number }
  | { readonly type: 'review-asked'; readonly at: number }
  | { readonly type: 'section-end-asked'; readonly at: number }
  | { readonly type: 'section-left'; readonly at: number }
  | { readonly type: 'went-back' }
  | { readonly type: 'hand-in-began'; readonly at: number }
  | { readonly type: 'action-refused'; readonly code: string }
  | { readonly type: 'handed-in' };

/** Phases in which the candidate may still answer or go back to answering. */
export const ACTIVE: ReadonlySet<Phase> = new Set<Phase>([
  'working',
  'reviewing',
  'leaving-section',
  'entering-section',
  'handing-in',
]);
