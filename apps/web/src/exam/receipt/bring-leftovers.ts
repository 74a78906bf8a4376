import { isKeptGenuine } from '@hz/delivery/contract';
import type { ExamApi } from '../api';
import type { JournalEntry } from '../core';
import type { Journal } from '../journal';

/**
 * Brings what the device could not send before the attempt was closed, so that a person can decide about it. What the server has taken
 * leaves the journal and stays readable here. Returns whether the server has everything.
 */
export async function bringLeftovers(
  api: Pick<ExamApi, 'claim'>,
  attemptId: string,
  journal: Journal,
  entries: readonly JournalEntry[],
): Promise<boolean> {
  if (entries.length === 0) return true;
  try {
    // What the device has damaged is left out, and the rest linked anew.
    await journal.rewrite(entries);
    const { macKey, aside } = await journal.recall();
    const part = journal.part();
    if (part === null || macKey === null) return false;
    const reply = await api.claim(attemptId, part);
    if (!isKeptGenuine({ macKey, attemptId }, part.head, reply)) return false;
    await journal.remember({ aside: [...aside, ...entries] });
    await journal.prune([]);
    return true;
  } catch {
    return false;
  }
}
