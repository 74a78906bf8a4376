import { useEffect, useState } from 'react';
import { canonicalJson } from '@hz/kernel';
import type { AfterTheHandIn, AttemptView, Receipt, ReceiptAdditions } from '@hz/delivery/contract';
import { examApi } from '../api';
import type { PendingSave } from '../core';
import { Journal } from '../journal';
import { ResponseFileMaker } from '../response-file';
import { bringLeftovers } from './bring-leftovers';

export type ReceiptState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'not-yet' }
  | {
      readonly kind: 'here';
      readonly attempt: AttemptView;
      readonly receipt: Receipt;
      /** Answers of this device that the receipt does not hold. */
      readonly left: readonly PendingSave[];
      /** Whether the server has all of them, so that a person can decide about them. */
      readonly isLeftKept: boolean;
      /** Whether a person has decided that they do not count. */
      readonly isLeftDeclined: boolean;
      /** What people have accepted of them since. */
      readonly additions: ReceiptAdditions | null;
      readonly file: ResponseFileMaker;
    };

/** Reads the receipt, and what this device still holds beside it. A journal without a rest is removed. */
export function useReceipt(registrationId: string): { state: ReceiptState; retry: () => void } {
  const [state, setState] = useState<ReceiptState>({ kind: 'loading' });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let gone = false;
    read(registrationId)
      .catch((error: unknown): ReceiptState => ({ kind: 'failed', error }))
      .then((next) => {
        if (!gone) setState(next);
      })
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [registrationId, tries]);
  return { state, retry: () => setTries(tries + 1) };
}

const NOTHING_AFTER: AfterTheHandIn = { additions: null, declined: 0, waiting: 0 };

async function read(registrationId: string): Promise<ReceiptState> {
  const attempt = await examApi.enter(registrationId);
  if (attempt.status !== 'submitted') return { kind: 'not-yet' };
  // The receipt is what counts: it is shown also where nothing can be said of what came after it.
  const after = examApi.additions(attempt.id).catch(() => NOTHING_AFTER);
  const receipt = await examApi.receipt(attempt.id);
  const { additions, declined, waiting } = await after;
  const journal = await Journal.open(attempt.id);
  const [{ entries }, { aside }] = await Promise.all([journal.load(), journal.recall()]);
  const left = leftOver([...aside, ...entries], [...receipt.responses, ...(additions?.answers ?? [])]);
  if (left.length === 0) await journal.forget();
  const isLeftKept = left.length === 0 || (await bringLeftovers(examApi, attempt.id, journal, entries));
  const file = new ResponseFileMaker(attempt, journal);
  const isLeftDeclined = isLeftKept && declined > 0 && waiting === 0;
  return { kind: 'here', attempt, receipt, left, isLeftKept, isLeftDeclined, additions, file };
}

type Counted = Pick<Receipt['responses'][number], 'itemRef' | 'value'>;

/** The newest answer of each item on this device, where it is not the one that was handed in, or was accepted since. */
function leftOver(saves: readonly PendingSave[], counted: readonly Counted[]): PendingSave[] {
  const handedIn = new Map(counted.map(({ itemRef, value }) => [itemRef, canonicalJson(value)]));
  const newest = new Map([...saves].sort((a, b) => a.at - b.at).map((save) => [save.itemRef, save]));
  return [...newest.values()].filter(({ itemRef, value }) => handedIn.get(itemRef) !== canonicalJson(value));
}
