import { useEffect, useState } from 'react';
import type { AttemptView } from '@hz/delivery/contract';
import { paperDelay } from '../core';
import { serverNow } from '../engine/server-clock';
import { paperFile } from './fetch-paper';
import { canOpenPapers } from './held-paper';
import { storedPaper } from './paper-store';

/** `queued`: fetched at server time `at`, so that not all ask at once. `failed`: tried again by itself. */
export type PaperState =
  | { readonly kind: 'queued'; readonly at: number }
  | { readonly kind: 'loading'; readonly share: number }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed' };

const AGAIN_MS = 2_000;
const LONGEST_MS = 20_000;

/** Brings the sealed paper to this device while the candidate waits. */
export function usePaper({ paper, opensAt }: Pick<AttemptView, 'paper' | 'opensAt'>): PaperState {
  const [state, setState] = useState<PaperState>({ kind: 'loading', share: 0 });
  useEffect(() => {
    if (paper === null || !canOpenPapers()) return undefined;
    let timer: number | undefined;
    let gone = false;
    const set = (next: PaperState) => {
      if (!gone) setState(next);
    };
    const load = (failures: number): void => {
      set({ kind: 'loading', share: 0 });
      paperFile(paper, (share) => set({ kind: 'loading', share })).then(
        () => set({ kind: 'ready' }),
        () => {
          set({ kind: 'failed' });
          const wait = Math.min(LONGEST_MS, AGAIN_MS * 2 ** failures) * (0.5 + Math.random());
          if (!gone) timer = window.setTimeout(() => load(failures + 1), wait);
        },
      );
    };
    void storedPaper(paper.digest).then((known) => {
      if (gone) return;
      if (known !== null) return set({ kind: 'ready' });
      const delay = paperDelay({ leftMs: opensAt - serverNow(), isReload: isReload(), random: Math.random() });
      if (delay === 0) return load(0);
      set({ kind: 'queued', at: serverNow() + delay });
      timer = window.setTimeout(() => load(0), delay);
    });
    return () => {
      gone = true;
      window.clearTimeout(timer);
    };
  }, [paper?.digest]);
  return state;
}

function isReload(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation?.type === 'reload';
}
