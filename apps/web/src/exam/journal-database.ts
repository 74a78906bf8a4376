const NAME = 'hz-exam';
const VERSION = 2;
const OPENING_MS = 4_000;

export const ENTRIES = 'entries';
export const META = 'meta';
/** Sealed papers by their digest. */
export const PAPERS = 'papers';

/** Opens the database of the journals and papers; null when this browser has none, refuses it, or does not answer. */
export function openDatabase(): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    const giveUp = () => resolve(null);
    window.setTimeout(giveUp, OPENING_MS);
    try {
      const opening = indexedDB.open(NAME, VERSION);
      opening.onupgradeneeded = ({ oldVersion }) => {
        if (oldVersion < 1) {
          opening.result.createObjectStore(ENTRIES, { keyPath: ['attemptId', 'no'] });
          opening.result.createObjectStore(META, { keyPath: 'attemptId' });
        }
        if (oldVersion < 2) opening.result.createObjectStore(PAPERS, { keyPath: 'digest' });
      };
      opening.onerror = giveUp;
      opening.onblocked = giveUp;
      opening.onsuccess = () => {
        opening.result.onversionchange = () => opening.result.close();
        resolve(opening.result);
      };
    } catch {
      giveUp();
    }
  });
}

const PROBE = 'probe';
/** About what an exam writes. */
const PROBE_CHARACTERS = 100_000;

/** Whether this browser has room for a journal: one that is full opens the database all the same. */
export async function canKeep(): Promise<boolean> {
  const database = await openDatabase();
  if (database === null) return false;
  try {
    await inTransaction(database, [META], 'readwrite', (transaction) => {
      transaction.objectStore(META).put({ attemptId: PROBE, notes: ' '.repeat(PROBE_CHARACTERS) });
      transaction.objectStore(META).delete(PROBE);
    });
    return true;
  } catch {
    return false;
  } finally {
    database.close();
  }
}

/** Runs `work` in one transaction; resolves with its result after the transaction is complete. */
export function inTransaction<Result>(
  database: IDBDatabase,
  stores: readonly string[],
  mode: IDBTransactionMode,
  work: (transaction: IDBTransaction) => IDBRequest<Result> | void,
): Promise<Result | undefined> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction([...stores], mode, { durability: 'strict' });
    const asked = work(transaction);
    const fail = () => reject(transaction.error ?? new Error('the journal cannot be written'));
    transaction.oncomplete = () => resolve(asked?.result);
    transaction.onabort = fail;
    transaction.onerror = fail;
  });
}

/** All rows of an attempt. */
export const rangeOf = (attemptId: string, from = 0, to = Number.MAX_SAFE_INTEGER): IDBKeyRange =>
  IDBKeyRange.bound([attemptId, from], [attemptId, to]);
