import { isProblem, NetworkProblem, type ApiProblem } from '../../shared/api/problem';
import { rememberCsrfToken } from '../../shared/api/csrf';
import type { AttemptView } from '@hz/delivery/contract';
import type { ExamApi } from '../api';
import { genuineAcks, nextBatch, type PlayerEvent, type PlayerState, type TroubleKind } from '../core';

export interface SenderPorts {
  readonly api: Pick<ExamApi, 'save' | 'resume' | 'view'>;
  readonly state: () => PlayerState;
  readonly dispatch: (event: PlayerEvent) => void;
  readonly viewed: (attempt: AttemptView) => Promise<void>;
  /** Resolves when what is queued is in the journal of the device. */
  readonly journalled: () => Promise<void>;
  /** Whether the time is over: then answers go another way, with what they can say about when they were given. */
  readonly isOver: () => boolean;
}

const MS_PER_SECOND = 1_000;
const MUTE: ReadonlySet<PlayerState['phase']> = new Set<PlayerState['phase']>(['reading', 'handed-in']);

/** Brings the queue to the server, one call at a time and in order. Only a genuine acknowledgement takes anything out of it (P1). */
export class Sender {
  private busy = false;

  constructor(private readonly ports: SenderPorts) {}

  async pump(): Promise<void> {
    if (this.busy || !this.mayTry()) return;
    this.busy = true;
    try {
      await this.ports.journalled();
      if (this.mayTry()) await this.sendBatch();
    } finally {
      this.busy = false;
    }
    if (this.mayTry()) void this.pump();
  }

  private mayTry(): boolean {
    const { phase, queue } = this.ports.state();
    return !MUTE.has(phase) && !this.ports.isOver() && nextBatch(queue, performance.now()).length > 0;
  }

  private async sendBatch(): Promise<void> {
    const { state, dispatch, api } = this.ports;
    const { queue, attempt, lease } = state();
    const batch = nextBatch(queue, performance.now());
    dispatch({ type: 'sent', seqs: batch.map(({ seq }) => seq) });
    const saves = batch.map(({ seq, itemRef, value }) => ({ seq, itemRef, value }));
    try {
      const reply = await api.save(attempt.id, { leaseId: lease.leaseId, saves });
      const acks = Array.isArray(reply?.acks) ? reply.acks : [];
      const genuine = genuineAcks(acks, batch, { macKey: lease.macKey, attemptId: attempt.id });
      if (genuine.length > 0) dispatch({ type: 'acknowledged', acks: genuine });
      if (genuine.length < batch.length) this.fail('forged', null);
    } catch (error) {
      await this.refusal(error, attempt.id);
    }
  }

  /** What a failed call means: a broken line, a tired server, or a refusal that no repetition will change. */
  private async refusal(error: unknown, attemptId: string): Promise<void> {
    const { dispatch } = this.ports;
    if (!isProblem(error)) return this.fail(isBrokenLine(error) ? 'network' : 'forged', null);
    switch (error.code) {
      case 'delivery.not-the-writer':
        return dispatch({ type: 'lease-lost' });
      case 'delivery.attempt-closed':
      case 'delivery.past-grace':
        // What waits has not reached the server: it goes there as what came after the end does.
        this.fail('server', error.code);
        return this.look(attemptId);
      case 'delivery.section-closed':
        await this.look(attemptId);
        return this.sectionRefused();
      case 'delivery.sequence-taken':
        return this.renumber(attemptId);
      case 'delivery.not-an-item':
        return dispatch({ type: 'refused', which: { itemRef: String(error.document.params['itemRef']) } });
      default:
        if (error.status === 403) rememberCsrfToken(undefined);
        return this.fail(error.status === 401 ? 'signed-out' : 'server', error.code, retryAfterMs(error));
    }
  }

  /** Where the sections are as this page knew them, the own time of the open one is over for good. */
  private sectionRefused(): void {
    const before = this.ports.state().aside.length;
    this.ports.dispatch({ type: 'refused', which: 'closed-sections' });
    if (this.ports.state().aside.length === before) this.ports.dispatch({ type: 'refused', which: 'all' });
  }

  private async renumber(attemptId: string): Promise<void> {
    try {
      const { lastSeq } = await this.ports.api.resume(attemptId);
      this.ports.dispatch({ type: 'renumbered', lastSeq });
    } catch {
      this.fail('server', 'delivery.sequence-taken');
    }
  }

  private async look(attemptId: string): Promise<void> {
    try {
      await this.ports.viewed(await this.ports.api.view(attemptId));
    } catch {
      // The heartbeat looks again.
    }
  }

  private fail(kind: TroubleKind, code: string | null, wait = 0): void {
    const [now, jitter] = [performance.now(), Math.random()];
    this.ports.dispatch({ type: 'save-failed', kind, code, retryAfterMs: wait, now, jitter });
  }
}

/** What a busy server asks to wait for. */
export function retryAfterMs({ document }: ApiProblem): number {
  const seconds = document.params['retryAfterSeconds'];
  return typeof seconds === 'number' ? seconds * MS_PER_SECOND : 0;
}

/** No reply at all, or one that broke off. */
export function isBrokenLine(error: unknown): boolean {
  return error instanceof NetworkProblem || error instanceof DOMException || error instanceof TypeError;
}
