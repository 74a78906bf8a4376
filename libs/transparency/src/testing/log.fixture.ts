import { instant, sha256Hex } from '@hz/kernel';
import { UnitOfWork } from '@hz/platform';
import { testContext, type TestContext } from '@hz/platform/testing';
import type { LogEntry, LogEntryId } from '../contract';
import { TransparencyLog } from '../application/transparency-log';
import { TransparencyModule } from '../transparency.module';

/** The log over a fresh database. */
export async function logWorld(settings: Record<string, string> = {}) {
  const context: TestContext = await testContext([TransparencyModule], { settings });
  const get = <T>(type: new (...given: never[]) => T): T => context.module.get(type, { strict: false });
  const uow = get(UnitOfWork);
  const sql = <Row extends object>(text: string, values: unknown[] = []) => uow.read.query<Row[]>(text, values);
  const append = (entry: LogEntry) => uow.run((tx) => get(TransparencyLog).append(tx, entry));
  return {
    context,
    get,
    uow,
    sql,
    append,
    /** So many new entries, in one transaction. */
    appendMany: (count: number, name = 'HZ-MANY'): Promise<LogEntryId[]> =>
      uow.run(async (tx) => {
        const ids: LogEntryId[] = [];
        for (let no = 0; no < count; no += 1) ids.push(await get(TransparencyLog).append(tx, anEntry(`${name}-${no}`)));
        return ids;
      }),
    /** Writes past the triggers, as the owner of the database could, or a disk that fails. */
    behindTheTriggers: (text: string, values: unknown[] = []) =>
      uow.run(async (tx) => {
        await tx.query('SET LOCAL session_replication_role = replica');
        await tx.query(text, values);
      }),
  };
}
export type LogWorld = Awaited<ReturnType<typeof logWorld>>;

export function anEntry(subject: string, changed: Partial<LogEntry> = {}): LogEntry {
  return { kind: 'issue', subject, commitment: sha256Hex(subject), at: instant(1_790_000_000_000), ...changed };
}
