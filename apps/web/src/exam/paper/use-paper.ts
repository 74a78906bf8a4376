import { useEffect, useState } from 'react';
import { partsOf, type AttemptView, type PaperRef } from '@hz/delivery/contract';
import { loadMath } from '../../shared/markdown/render';
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
  | { readonly kind: 'failed' }
  /** This browser could not open it. */
  | { readonly kind: 'useless' };

const AGAIN_MS = 2_000;
const LONGEST_MS = 10_000;

/** Brings the sealed paper to this device while the candidate waits. */
export function usePaper({ paper, opensAt }: Pick<AttemptView, 'paper' | 'opensAt'>): PaperState {
  const [state, setState] = useState<PaperState>(canOpenPapers() ? { kind: 'loading', share: 0 } : { kind: 'useless' });
  useEffect(() => {
    if (paper === null || !canOpenPapers()) return undefined;
    let timer: number | undefined;
    let gone = false;
    const set = (next: PaperState) => {
      if (!gone) setState(next);
    };
    const load = (failures: number): void => {
      set({ kind: 'loading', share: 0 });
      prepared(paper, (share) => set({ kind: 'loading', share })).then(
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
      if (known !== null) return load(0);
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

/** The file, and what its formulas need: after that the room asks for no program any more. */
async function prepared(paper: PaperRef, onShare: (share: number) => void): Promise<void> {
  const file = await paperFile(paper, onShare);
  if (partsOf(file).header.formulas) await loadMath();
}

function isReload(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation?.type === 'reload';
}
