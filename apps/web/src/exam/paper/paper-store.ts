import { paperDigest } from '@hz/delivery/contract';
import { inTransaction, openDatabase, PAPERS } from '../journal-database';

type File = Uint8Array<ArrayBuffer>;
interface Row {
  readonly digest: string;
  readonly file: File;
}

/** The paper that this page holds, also where the browser keeps nothing. */
let held: Row | null = null;

/** The file with this digest, where this device has it. It is ciphertext; what was damaged counts as absent. */
export async function storedPaper(digest: string): Promise<File | null> {
  if (held?.digest === digest) return held.file;
  const row = await inStore<Row>('readonly', (store) => store.get(digest) as IDBRequest<Row>);
  if (row === undefined || (await paperDigest(row.file)) !== digest) return null;
  held = row;
  return row.file;
}

/** Keeps the file for reloads, in place of the one before. */
export async function storePaper(digest: string, file: File): Promise<void> {
  held = { digest, file };
  await inStore('readwrite', (store) => {
    store.clear();
    store.put({ digest, file } satisfies Row);
  });
}

/** Undefined where this browser cannot keep papers: then they are fetched again. */
async function inStore<Result>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Result> | void,
): Promise<Result | undefined> {
  const database = await openDatabase();
  if (database === null) return undefined;
  try {
    return await inTransaction(database, [PAPERS], mode, (transaction) => work(transaction.objectStore(PAPERS)));
  } catch {
    return undefined;
  } finally {
    database.close();
  }
}
