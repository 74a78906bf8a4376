import type { AttemptView } from '@hz/delivery/contract';
import { isProblem } from '../../shared/api/problem';
import type { ExamApi } from '../api';
import type { PlayerEvent, PlayerState, TroubleKind } from '../core';
import { isBrokenLine } from './sender';

const BEAT_MS = 25_000;
const WAITING_BEAT_MS = 2_000;
const TROUBLE_BEAT_MS = 4_000;
const LONGEST_LOSS_MS = 86_400_000;

/** Pages that open together do not all speak in the same second. */
const FIRST_BEAT_WITHIN_MS = 4_000;

export interface HeartbeatPorts {
  readonly api: Pick<ExamApi, 'heartbeat'>;
  readonly state: () => PlayerState;
  readonly dispatch: (event: PlayerEvent) => void;
  readonly viewed: (attempt: AttemptView) => Promise<void>;
  /** The server has answered. */
  readonly alive: () => void;
}

/**
 * Tells the server now and then that this page is there, and what it lived through since the last time; learns how the attempt stands: its
 * clock, a changed deadline, another writer, a hand-in by the worker.
 */
export class Heartbeat {
  private timer: number | undefined;
  private stopped = false;
  private beating = false;
  /** Since when the server could not be reached, by the monotonic clock; null while it can. */
  private lostSince: number | null = null;
  private browserOffline = false;

  constructor(private readonly ports: HeartbeatPorts) {}

  start(): () => void {
    const gone = new AbortController();
    const on = { signal: gone.signal };
    const hurry = () => this.hurry();
    window.addEventListener('online', hurry, on);
    window.addEventListener('offline', () => this.wentOffline(), on);
    document.addEventListener('visibilitychange', hurry, on);
    this.timer = window.setTimeout(() => void this.beat(), Math.random() * FIRST_BEAT_WITHIN_MS);
    return () => {
      this.stopped = true;
      window.clearTimeout(this.timer);
      gone.abort();
    };
  }

  hurry(): void {
    window.clearTimeout(this.timer);
    void this.beat();
  }

  private schedule(): void {
    if (this.stopped || this.ports.state().phase === 'handed-in') return;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.beat(), this.pace() * (0.8 + Math.random() * 0.4));
  }

  private pace(): number {
    const { phase, queue } = this.ports.state();
    if (phase === 'time-over') return WAITING_BEAT_MS;
    return queue.trouble === null && this.lostSince === null ? BEAT_MS : TROUBLE_BEAT_MS;
  }

  private async beat(): Promise<void> {
    if (this.beating || this.stopped) return;
    this.beating = true;
    try {
      await this.look();
    } finally {
      this.beating = false;
      this.schedule();
    }
  }

  private async look(): Promise<void> {
    const { state, dispatch, viewed, api, alive } = this.ports;
    try {
      const attempt = await api.heartbeat(state().attempt.id, this.report());
      if (this.stopped) return;
      this.lostSince = null;
      this.browserOffline = false;
      await viewed(attempt);
      dispatch({ type: 'line-back' });
      if (attempt.leaseNo > state().lease.leaseNo) dispatch({ type: 'lease-lost' });
      alive();
    } catch (error) {
      if (isBrokenLine(error)) this.lost();
      else if (!isProblem(error)) this.lost('forged');
      else if (error.status >= 500) this.lostSince ??= performance.now();
      else if (error.status === 401) this.fail('signed-out', error.code);
    }
  }

  private report() {
    const since = this.lostSince;
    return {
      leaseId: this.ports.state().lease.leaseId,
      lostForMs: since === null ? 0 : Math.min(LONGEST_LOSS_MS, Math.round(performance.now() - since)),
      browserOffline: this.browserOffline,
    };
  }

  private wentOffline(): void {
    this.browserOffline = true;
    this.lost();
  }

  /** No answer, or one that is not the server's: to the candidate's answers it is the same. */
  private lost(kind: 'network' | 'forged' = 'network'): void {
    this.lostSince ??= performance.now();
    this.fail(kind, null);
  }

  private fail(kind: TroubleKind, code: string | null): void {
    // A save that is under way has its own failure; here the queue only learns that the line is broken.
    if (this.ports.state().queue.inFlight.length > 0) return;
    const [now, jitter] = [performance.now(), Math.random()];
    this.ports.dispatch({ type: 'save-failed', kind, code, retryAfterMs: 0, now, jitter });
  }
}
