import type { IntegrityEvents, IntegrityKind } from '@hz/delivery/contract';

type Event = IntegrityEvents['events'][number];
const MAX_PER_CALL = 50;
const LEAST_AWAY_MS = 300;

/**
 * Records what happens around the exam, with its duration, for a person who decides (P13). Nothing in the page follows from it, and a
 * record that cannot be sent waits for the next time.
 */
export class EvidenceRecorder {
  private waiting: Event[] = [];
  private awaySince: number | null = null;
  private sending = false;
  private readonly stop = new AbortController();

  constructor(private readonly send: (events: Event[]) => Promise<void>) {}

  watch(itemRef: () => string): () => void {
    const on = { signal: this.stop.signal };
    const look = () => this.look();
    document.addEventListener('visibilitychange', look, on);
    window.addEventListener('blur', look, on);
    window.addEventListener('focus', look, on);
    document.addEventListener(
      'paste',
      (event) => {
        const characters = event.clipboardData?.getData('text/plain').length ?? 0;
        this.add('pasted', 0, { itemRef: itemRef(), characters });
      },
      on,
    );
    document.addEventListener('copy', () => this.add('copied', 0, { itemRef: itemRef() }), on);
    return () => this.stop.abort();
  }

  add(kind: IntegrityKind, durationMs: number, details: Event['details'] = {}): void {
    this.waiting.push({ kind, durationMs: Math.min(86_400_000, Math.round(durationMs)), details });
    void this.flush();
  }

  /** Sends what waits; called again at each sign of life of the server. */
  async flush(): Promise<void> {
    if (this.sending || this.waiting.length === 0) return;
    this.sending = true;
    const events = this.waiting.slice(0, MAX_PER_CALL);
    try {
      await this.send(events);
      this.waiting = this.waiting.slice(events.length);
    } catch {
      // They stay and go with the next call.
    } finally {
      this.sending = false;
    }
  }

  private look(): void {
    const here = document.visibilityState === 'visible' && document.hasFocus();
    if (!here) {
      this.awaySince ??= performance.now();
      return;
    }
    if (this.awaySince === null) return;
    const away = performance.now() - this.awaySince;
    this.awaySince = null;
    if (away >= LEAST_AWAY_MS) this.add('left-window', away);
  }
}
