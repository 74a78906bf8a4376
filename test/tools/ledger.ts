import { appendFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ResponseValue } from '@hz/kernel';
import { valueHash } from './candidate';
import type { Installation } from './installation';

interface Acknowledged {
  attemptId: string;
  itemRef: string;
  seq: number;
  hash: string;
}

/** What the driver saw, kept in a file of its own outside of the system: written only after a whole acknowledgement was read. */
export class Ledger {
  private readonly file = join(mkdtempSync(join(tmpdir(), 'hz-ledger-')), 'ledger.jsonl');
  private readonly refusals: string[] = [];

  acknowledged(attemptId: string, itemRef: string, seq: number, value: ResponseValue): void {
    appendFileSync(this.file, `${JSON.stringify({ attemptId, itemRef, seq, hash: valueHash(value) })}\n`);
  }

  refused(attemptId: string, seq: number, why: string): void {
    this.refusals.push(`${attemptId} ${seq} ${why}`);
  }

  get entries(): Acknowledged[] {
    return readFileSync(this.file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Acknowledged);
  }

  /** I1: what was acknowledged and is not stored as it was, on the right item and attempt. Empty when nothing was lost. */
  async lost(installation: Pick<Installation, 'query'>): Promise<string[]> {
    const rows = await installation.query<{ attempt_id: string; item_ref: string; seq: number; value: ResponseValue }>(
      'SELECT attempt_id, item_ref, seq, value FROM delivery.response_log',
    );
    const stored = new Map(
      rows.map((row) => [`${row.attempt_id} ${row.seq}`, `${row.item_ref} ${valueHash(row.value)}`]),
    );
    return this.entries
      .filter(({ attemptId, seq, itemRef, hash }) => stored.get(`${attemptId} ${seq}`) !== `${itemRef} ${hash}`)
      .map(({ attemptId, seq, itemRef }) => `${attemptId} no. ${seq} ${itemRef}`);
  }
}
