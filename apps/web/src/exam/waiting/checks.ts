import { useCallback, useEffect, useRef, useState } from 'react';
import { examApi } from '../api';
import { uncertaintyOf } from '../core';
import { knownServerClock, serverNow } from '../engine/server-clock';
import { canKeep } from '../journal-database';
import { canOpenPapers } from '../paper/held-paper';
import type { PaperState } from '../paper/use-paper';

export interface Verdict {
  readonly kind: 'checking' | 'good' | 'note' | 'bad';
  /** By how much the device's clock is off. */
  readonly offMs?: number;
  readonly roundTripMs?: number;
  /** The address is not https, so that the browser decrypts nothing. */
  readonly insecure?: boolean;
  /** Server time at which the paper is fetched. */
  readonly at?: number;
  /** How much of the paper has come, 0 to 1. */
  readonly share?: number;
}

export const CHECKS = ['browser', 'storage', 'clock', 'network', 'room', 'paper'] as const;
export type Check = (typeof CHECKS)[number];
export type Verdicts = Readonly<Record<Check, Verdict>>;

const PINGS = 3;
const SLOW_MS = 800;
const CLOCK_TOLERANCE_MS = 5_000;
const AGAIN_MS = 5_000;
const CHECKING: Verdict = { kind: 'checking' };

function browser(): Verdict {
  if (!canOpenPapers()) return { kind: 'bad', insecure: true };
  const able =
    typeof AbortSignal.timeout === 'function' &&
    typeof Array.prototype.findLast === 'function' &&
    typeof Array.prototype.with === 'function' &&
    typeof HTMLDialogElement === 'function' &&
    typeof DecompressionStream === 'function' &&
    typeof crypto.getRandomValues === 'function';
  return { kind: able ? 'good' : 'bad' };
}

async function storage(): Promise<Verdict> {
  if (!(await canKeep())) return { kind: 'note' };
  // Asks the browser not to clear the journal when the disk runs full; it may say no.
  await navigator.storage?.persist?.().catch(() => false);
  return { kind: 'good' };
}

async function network(): Promise<Verdict> {
  const times: number[] = [];
  try {
    for (let ping = 0; ping < PINGS; ping += 1) {
      const sentAt = performance.now();
      await examApi.serverTime();
      times.push(performance.now() - sentAt);
    }
  } catch {
    return { kind: 'bad' };
  }
  const roundTripMs = Math.round(times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!);
  return { kind: roundTripMs > SLOW_MS ? 'note' : 'good', roundTripMs };
}

/** The device's clock beside the server's: for information, since the exam does not depend on it (P4). */
function clock(): Verdict {
  const known = knownServerClock();
  if (known === null) return CHECKING;
  const offMs = Math.abs(Date.now() - serverNow());
  return offMs > CLOCK_TOLERANCE_MS + uncertaintyOf(known) ? { kind: 'note', offMs } : { kind: 'good' };
}

async function room(): Promise<Verdict> {
  try {
    await Promise.all([import('../room/room-page'), import('../receipt/receipt-page')]);
    return { kind: 'good' };
  } catch {
    return { kind: 'bad' };
  }
}

/** Runs the checks, and those that failed again by themselves; `paper` is how far the sealed paper has come. */
export function useChecks(paper: PaperState): { verdicts: Verdicts; again: () => void } {
  const [verdicts, setVerdicts] = useState<Omit<Verdicts, 'paper'>>({
    browser: CHECKING,
    storage: CHECKING,
    clock: CHECKING,
    network: CHECKING,
    room: CHECKING,
  });
  const gone = useRef(false);
  const run = useCallback(async () => {
    const set = (change: Partial<Verdicts>) => {
      if (!gone.current) setVerdicts((before) => ({ ...before, ...change }));
    };
    set({ browser: browser() });
    await Promise.all([
      storage().then((verdict) => set({ storage: verdict })),
      network().then((verdict) => set({ network: verdict, clock: clock() })),
      room().then((verdict) => set({ room: verdict })),
    ]);
  }, []);
  useEffect(() => {
    gone.current = false;
    void run();
    return () => {
      gone.current = true;
    };
  }, [run]);
  const failed = verdicts.network.kind === 'bad' || verdicts.room.kind === 'bad';
  useEffect(() => {
    if (!failed) return undefined;
    const timer = window.setInterval(() => void run(), AGAIN_MS);
    return () => window.clearInterval(timer);
  }, [failed, run]);
  return { verdicts: { ...verdicts, paper: paperVerdict(paper) }, again: () => void run() };
}

function paperVerdict(paper: PaperState): Verdict {
  switch (paper.kind) {
    case 'queued':
      return { kind: 'checking', at: paper.at };
    case 'loading':
      return { kind: 'checking', share: paper.share };
    case 'ready':
      return { kind: 'good' };
    case 'failed':
      return { kind: 'bad' };
    case 'useless':
      return { kind: 'bad', insecure: true };
  }
}
