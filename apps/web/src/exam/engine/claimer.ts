import { isKeptGenuine, type ClaimOutcomes } from '@hz/delivery/contract';
import { isProblem } from '../../shared/api/problem';
import type { ExamApi } from '../api';
import { genuineAcks, type PlayerEvent, type PlayerState, type TroubleKind } from '../core';
import type { Journal } from '../journal';
import { isBrokenLine, retryAfterMs } from './sender';

export interface ClaimerPorts {
  readonly api: Pick<ExamApi, 'claim'>;
  readonly state: () => PlayerState;
  readonly dispatch: (event: PlayerEvent) => void;
  readonly journal: Pick<Journal, 'part' | 'prune'>;
  readonly journalled: () => Promise<void>;
  readonly isOver: () => boolean;
}

/**
 * Brings what was given before the end and could not be sent then: the whole journal, with what it can show of when each answer was given.
 * What counts is acknowledged as any save; what the server keeps for a person to decide is set aside here and shown.
 */
export class Claimer {
  private busy = false;

  constructor(private readonly ports: ClaimerPorts) {}

  async pump(): Promise<void> {
    if (this.busy || !this.mayTry()) return;
    this.busy = true;
    try {
      await this.ports.journalled();
      if (this.mayTry()) await this.bring();
    } finally {
      this.busy = false;
    }
  }

  private mayTry(): boolean {
    const { phase, queue } = this.ports.state();
    const mayAct = this.ports.isOver() && phase !== 'reading' && phase !== 'handed-in';
    const isFree = queue.inFlight.length === 0 && (queue.retryAt === null || performance.now() >= queue.retryAt);
    return mayAct && isFree && queue.pending.length > 0;
  }

  private async bring(): Promise<void> {
    const { api, state, dispatch, journal } = this.ports;
    const { attempt, queue } = state();
    const seqs = queue.pending.map(({ seq }) => seq);
    await journal.prune(seqs);
    const part = journal.part();
    if (part === null) return;
    dispatch({ type: 'sent', seqs });
    try {
      this.take(part.head, await api.claim(attempt.id, part));
    } catch (error) {
      if (isBrokenLine(error)) return this.fail('network', null);
      if (!isProblem(error)) return this.fail('forged', null);
      this.fail(error.status === 401 ? 'signed-out' : 'server', error.code, retryAfterMs(error));
    }
  }

  private take(head: string, reply: ClaimOutcomes): void {
    const { state, dispatch } = this.ports;
    const { attempt, lease, queue } = state();
    // What answers in the server's place has any shape.
    if (!Array.isArray((reply as Partial<ClaimOutcomes> | undefined)?.outcomes)) return this.fail('forged', null);
    const of = { macKey: lease.macKey, attemptId: attempt.id };
    if (!isKeptGenuine(of, head, reply)) return this.fail('forged', null);
    const acks = genuineAcks(
      reply.outcomes.flatMap(({ ack }) => ack ?? []),
      queue.pending,
      of,
    );
    if (acks.length > 0) dispatch({ type: 'acknowledged', acks });
    const kept = new Set(reply.outcomes.flatMap(({ ack, seq }) => (ack === null ? [seq] : [])));
    for (const { itemRef } of queue.pending.filter(({ seq }) => kept.has(seq))) {
      dispatch({ type: 'refused', which: { itemRef } });
    }
    if (state().queue.inFlight.length > 0) this.fail('forged', null);
  }

  private fail(kind: TroubleKind, code: string | null, wait = 0): void {
    const [now, jitter] = [performance.now(), Math.random()];
    this.ports.dispatch({ type: 'save-failed', kind, code, retryAfterMs: wait, now, jitter });
  }
}
