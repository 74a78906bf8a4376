import type { JournalPart, ResponseFileKey, TimeMark } from '@hz/delivery/contract';
import { ChainedJournal, checkedChain, type JournalEntry, type NumberedLink, type PendingSave } from './core';
import { ENTRIES, inTransaction, META, openDatabase, rangeOf } from './journal-database';

type Row = NumberedLink & { readonly attemptId: string };

/** What this device remembers of an attempt beside its unsent answers. */
export interface Memory {
  /** Number of the newest lease that this device held; null when it never did. */
  readonly leaseNo: number | null;
  readonly current: string | null;
  /** Scratch notes; they never leave the device. */
  readonly notes: string;
  /** Answers that did not count: refused, or overtaken by another device. Kept for the candidate to see and copy. */
  readonly aside: readonly PendingSave[];
  /** The key of the newest lease, by which replies about these answers are known to be the server's. */
  readonly macKey: string | null;
  /** To which response files are encrypted, as the server said last. */
  readonly fileKey: ResponseFileKey | null;
}
const NOTHING: Memory = { leaseNo: null, current: null, notes: '', aside: [], macKey: null, fileKey: null };

/**
 * The unsent answers of one attempt, in order, on this device: written before they are sent, removed when they are acknowledged. It
 * survives reload and crash. Where the browser cannot keep it, `kept` is false, and the page says so; nothing else changes.
 */
export class Journal {
  private queue: Promise<unknown> = Promise.resolve();
  private readonly chain: ChainedJournal;
  private memory: Memory = NOTHING;

  private constructor(
    private readonly attemptId: string,
    private database: IDBDatabase | null,
    private readonly onLost: () => void,
    presentMark: () => TimeMark | null,
  ) {
    this.chain = new ChainedJournal(presentMark);
  }

  /** `presentMark`: what the page can say of the moment at which something is written. */
  static async open(
    attemptId: string,
    onLost: () => void = () => undefined,
    presentMark: () => TimeMark | null = () => null,
  ): Promise<Journal> {
    return new Journal(attemptId, await openDatabase(), onLost, presentMark);
  }

  get kept(): boolean {
    return this.database !== null;
  }

  get notes(): string {
    return this.memory.notes;
  }

  /** What was remembered or recalled last: also where this device keeps nothing. */
  get known(): Memory {
    return this.memory;
  }

  /** What is unsent, and how many entries the device has damaged. */
  async load(): Promise<{ entries: JournalEntry[]; damaged: number }> {
    const rows = await this.run<Row[]>(
      [ENTRIES],
      'readonly',
      (transaction) => transaction.objectStore(ENTRIES).getAll(rangeOf(this.attemptId)) as IDBRequest<Row[]>,
    );
    const links = (rows ?? []).map(({ attemptId: _a, ...link }) => link);
    this.chain.take(links);
    const { sound, damaged } = checkedChain(links);
    return { entries: sound, damaged };
  }

  /** Resolves when the entries are on the disk, or when it is known that this device cannot keep them. */
  append(entries: readonly JournalEntry[]): Promise<void> {
    const rows = this.chain.append(entries).map((link) => this.rowOf(link));
    return this.run([ENTRIES], 'readwrite', (transaction) => {
      for (const row of rows) transaction.objectStore(ENTRIES).put(row);
    }).then(() => undefined);
  }

  /** Starts the journal anew with what is still to be sent, under the new lease. */
  rewrite(entries: readonly JournalEntry[]): Promise<void> {
    const rows = this.chain.rewrite(entries).map((link) => this.rowOf(link));
    return this.run([ENTRIES], 'readwrite', (transaction) => {
      const store = transaction.objectStore(ENTRIES);
      store.delete(rangeOf(this.attemptId));
      for (const row of rows) store.put(row);
    }).then(() => undefined);
  }

  /** Removes what lies before the oldest entry that is still to be sent. */
  prune(pendingSeqs: readonly number[]): Promise<void> {
    const oldest = this.chain.prune(pendingSeqs);
    if (oldest <= 1) return Promise.resolve();
    return this.run([ENTRIES], 'readwrite', (transaction) => {
      transaction.objectStore(ENTRIES).delete(rangeOf(this.attemptId, 0, oldest - 1));
    }).then(() => undefined);
  }

  /** What is unsent, as the server gets to see it; null when nothing is. */
  part(): JournalPart | null {
    return this.chain.part();
  }

  async recall(): Promise<Memory> {
    const row = await this.run<Memory>(
      [META],
      'readonly',
      (transaction) => transaction.objectStore(META).get(this.attemptId) as IDBRequest<Memory>,
    );
    if (row !== undefined) this.memory = { ...NOTHING, ...row };
    return this.memory;
  }

  remember(change: Partial<Memory>): Promise<void> {
    this.memory = { ...this.memory, ...change };
    const row = { ...this.memory, attemptId: this.attemptId };
    return this.run([META], 'readwrite', (transaction) => {
      transaction.objectStore(META).put(row);
    }).then(() => undefined);
  }

  /** Removes everything that this device holds of the attempt. */
  forget(): Promise<void> {
    return this.run([ENTRIES, META], 'readwrite', (transaction) => {
      transaction.objectStore(ENTRIES).delete(rangeOf(this.attemptId));
      transaction.objectStore(META).delete(this.attemptId);
    }).then(() => undefined);
  }

  private rowOf(link: NumberedLink): Row {
    return { ...link, attemptId: this.attemptId };
  }

  /** One after the other. A failure (full, removed, forbidden) ends the journal for this page, visibly. */
  private run<Result>(
    stores: readonly string[],
    mode: IDBTransactionMode,
    work: (transaction: IDBTransaction) => IDBRequest<Result> | void,
  ): Promise<Result | undefined> {
    const result = this.queue.then(async () => {
      if (this.database === null) return undefined;
      try {
        return await inTransaction(this.database, stores, mode, work);
      } catch {
        this.database = null;
        this.onLost();
        return undefined;
      }
    });
    this.queue = result;
    return result;
  }
}
