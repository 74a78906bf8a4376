import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { Receipt } from '@hz/delivery/contract';
import type { ResponseValue } from '@hz/kernel';
import { digestOf } from './proof';

export interface Answer {
  readonly seq: number;
  readonly itemRef: string;
  readonly value: ResponseValue;
}

export type JournalLine =
  | { readonly attemptId: string; readonly seq: number; readonly itemRef: string; readonly hash: string }
  | { readonly attemptId: string; readonly lastSeq: number; readonly faults: readonly string[] };

/** What candidates saw acknowledged, in a file outside of the system: a line is written only after the whole reply was read. */
export class AnswerJournal {
  private readonly stream;
  private readonly newest = new Map<string, Map<string, Answer>>();

  constructor(readonly file: string) {
    this.stream = createWriteStream(file);
  }

  acknowledged(attemptId: string, answer: Answer): void {
    const { seq, itemRef, value } = answer;
    this.write({ attemptId, seq, itemRef, hash: digestOf(value) });
    const own = this.newest.get(attemptId) ?? new Map<string, Answer>();
    this.newest.set(attemptId, own);
    if ((own.get(itemRef)?.seq ?? 0) < seq) own.set(itemRef, answer);
  }

  /** `lastSeq` is the last number that the candidate used. What the receipt should say and does not is written beside it. */
  handedIn(attemptId: string, lastSeq: number, receipt: Receipt): void {
    this.write({ attemptId, lastSeq, faults: this.faultsOf(attemptId, receipt) });
    this.newest.delete(attemptId);
  }

  async close(): Promise<void> {
    this.stream.end();
    await finished(this.stream);
  }

  /** Each item must stand there with the newest response that was acknowledged, or with a later one whose answer never came. */
  private faultsOf(attemptId: string, receipt: Receipt): string[] {
    const { responses, hash } = receipt;
    const faults: string[] = [];
    if (receipt.attemptId !== attemptId || hash !== digestOf({ attemptId, responses })) faults.push('proves nothing');
    for (const { itemRef, seq, value } of this.newest.get(attemptId)?.values() ?? []) {
      const found = responses.find((response) => response.itemRef === itemRef);
      const isSame = found?.seq === seq && digestOf(found.value) === digestOf(value);
      if (!isSame && (found?.seq ?? 0) <= seq) faults.push(`${itemRef} no. ${seq}`);
    }
    return faults;
  }

  private write(line: JournalLine): void {
    this.stream.write(`${JSON.stringify(line)}\n`);
  }
}
