import {
  makePageKey,
  openPaper,
  orderedForm,
  type AttemptView,
  type PageKey,
  type PaperKeys,
  type StartedAttempt,
} from '@hz/delivery/contract';
import { paperOf, type Paper } from '../core';
import { paperFile } from './fetch-paper';

/** WebCrypto is there on secure addresses alone: https, and this very machine. */
export const canOpenPapers = (): boolean => (crypto as Partial<Crypto>).subtle !== undefined;

let made: Promise<PageKey> | undefined;

/** The key of this page, to which keys of papers are sent: made when it is first needed, and kept in memory alone. */
export function pageKey(): Promise<PageKey> {
  return (made ??= makePageKey());
}

/** The sealed paper of an attempt, opened as far as its keys have come. */
export class HeldPaper {
  private constructor(
    private readonly file: Uint8Array<ArrayBuffer>,
    private readonly attempt: Pick<AttemptView, 'id' | 'rules'>,
    private readonly seed: string,
  ) {}

  /** Rejects with NetworkProblem where the file is neither on this device nor to be had. */
  static async of({ attempt, seed }: Pick<StartedAttempt, 'attempt' | 'seed'>): Promise<HeldPaper> {
    return new HeldPaper(await paperFile(attempt.paper!), attempt, seed);
  }

  /** What may be read with these keys, in the attempt's order. */
  async open(keys: PaperKeys | null): Promise<Paper> {
    if (keys === null) throw new RangeError('the server has sent no keys');
    const form = await openPaper(this.file, await (await pageKey()).unwrap(this.attempt.id, keys));
    return paperOf(orderedForm(form, this.seed, this.attempt.rules));
  }
}
