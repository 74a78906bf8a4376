import { ArchiveDamaged } from '../contract';

const FORMAT = 'hengzheng-response-log-1';

/** One answer as it stood in the log; `value` is its JSON as PostgreSQL writes it, `receivedAt` a timestamp of ISO 8601. */
export interface ArchivedSave {
  readonly attemptId: string;
  readonly seq: number;
  readonly itemRef: string;
  readonly value: string;
  readonly late: boolean;
  readonly receivedAt: string;
}

/** The first line of an archive, and then one line for each save, in the order of the log's key. */
export function headerLine(sessionId: string): string {
  return `${JSON.stringify({ format: FORMAT, sessionId })}\n`;
}

export function saveLine({ attemptId, seq, itemRef, value, late, receivedAt }: ArchivedSave): string {
  return `${JSON.stringify([attemptId, seq, itemRef, value, late, receivedAt])}\n`;
}

/** Throws ArchiveDamaged when the line does not begin an archive of this session. */
export function checkHeader(line: string | undefined, sessionId: string): void {
  if (`${line ?? ''}\n` !== headerLine(sessionId)) throw new ArchiveDamaged();
}

/** Throws ArchiveDamaged when the line is none that `saveLine` wrote. */
export function readSave(line: string): ArchivedSave {
  const fields = parsed(line);
  if (!Array.isArray(fields) || fields.length !== 6) throw new ArchiveDamaged();
  const [attemptId, seq, itemRef, value, late, receivedAt] = fields as [
    string,
    number,
    string,
    string,
    boolean,
    string,
  ];
  return { attemptId, seq, itemRef, value, late, receivedAt };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new ArchiveDamaged();
  }
}
