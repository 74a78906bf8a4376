import { Injectable } from '@nestjs/common';
import type { Instant } from '@hz/kernel';
import { sqlTime, UnitOfWork, type Tx } from '@hz/platform';
import type { CheckpointBody } from '../domain/checkpoint';
import { EMPTY_ROOT } from '../domain/merkle-hash';
import type { Tree } from '../domain/proofs';

/** A checkpoint as it was signed: its text, the log's own signature line, and those of the witnesses so far. */
export interface SignedCheckpoint extends Tree {
  readonly text: string;
  readonly signatureLine: string;
  readonly witnessLines: readonly string[];
}

interface HeadRow {
  origin: string;
  size: string;
  root: Buffer;
}
interface CheckpointRow {
  size: string;
  root: Buffer;
  text: string;
  signature_line: string;
  witness_lines: string[];
}

const LOG_LOCK = 7_304_122;
const CHECKPOINT = `SELECT c.size, c.root, c.text, c.signature_line,
  ARRAY (SELECT w.line FROM transparency.cosignature w WHERE w.size = c.size ORDER BY w.key_name, w.key_id) AS witness_lines
  FROM transparency.checkpoint c`;

@Injectable()
export class CheckpointRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Who grows the log waits for whoever else does. */
  async lockLog(tx: Tx): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [LOG_LOCK]);
  }

  /** The tree as it is; null before the first look at it. */
  async head(read: Pick<Tx, 'query'> = this.uow.read): Promise<CheckpointBody | null> {
    const [row] = await read.query<HeadRow[]>('SELECT origin, size, root FROM transparency.head');
    return row === undefined ? null : { origin: row.origin, size: Number(row.size), root: row.root };
  }

  /** Founds the log under its origin, which it keeps from then on. */
  async found(origin: string): Promise<void> {
    await this.uow.run((tx) =>
      tx.query('INSERT INTO transparency.head (origin, size, root) VALUES ($1, 0, $2) ON CONFLICT (id) DO NOTHING', [
        origin,
        Buffer.from(EMPTY_ROOT),
      ]),
    );
  }

  /** Moves the head on, if it is still where it was; false when somebody else has moved it. `compare` is only ever false in a test. */
  async moveHead(tx: Tx, from: Tree, to: Tree, compare = true): Promise<boolean> {
    const moved = await tx.query<[object[], number]>(
      `UPDATE transparency.head SET size = $3, root = $4 WHERE ($5 OR (size = $1 AND root = $2)) RETURNING size`,
      [from.size, Buffer.from(from.root), to.size, Buffer.from(to.root), !compare],
    );
    return moved[1] === 1;
  }

  async latest(): Promise<SignedCheckpoint | null> {
    const [row] = await this.uow.read.query<CheckpointRow[]>(`${CHECKPOINT} ORDER BY c.size DESC LIMIT 1`);
    return row === undefined ? null : toCheckpoint(row);
  }

  async bySize(size: number): Promise<SignedCheckpoint | null> {
    const [row] = await this.uow.read.query<CheckpointRow[]>(`${CHECKPOINT} WHERE c.size = $1`, [size]);
    return row === undefined ? null : toCheckpoint(row);
  }

  /** Keeps a signed checkpoint; one of the same size that is there already stays. */
  async add({ size, root, text, signatureLine }: Omit<SignedCheckpoint, 'witnessLines'>, at: Instant): Promise<void> {
    await this.uow.run((tx) =>
      tx.query(
        `INSERT INTO transparency.checkpoint (size, root, text, signature_line, signed_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (size) DO NOTHING`,
        [size, Buffer.from(root), text, signatureLine, sqlTime(at)],
      ),
    );
  }

  async addCosignatures(
    tx: Tx,
    size: number,
    lines: readonly { keyName: string; keyId: string; line: string; at: Instant }[],
  ): Promise<void> {
    for (const { keyName, keyId, line, at } of lines) {
      await tx.query(
        `INSERT INTO transparency.cosignature (size, key_name, key_id, line, signed_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (size, key_name, key_id) DO NOTHING`,
        [size, keyName, keyId, line, sqlTime(at)],
      );
    }
  }

  /** Every key that the log was ever signed with, oldest first. */
  async keys(): Promise<string[]> {
    const rows = await this.uow.read.query<{ key: string }[]>(
      'SELECT verifier_key AS key FROM transparency.signing_key ORDER BY adopted_at, verifier_key',
    );
    return rows.map(({ key }) => key);
  }

  /** `onlyFirst`: nothing happens when the log has a key already. */
  async addKey(key: string, at: Instant, { onlyFirst }: { onlyFirst: boolean }): Promise<void> {
    await this.uow.run(async (tx) => {
      await this.lockLog(tx);
      await tx.query(
        `INSERT INTO transparency.signing_key (verifier_key, adopted_at)
         SELECT $1, $2 WHERE NOT ($3 AND EXISTS (SELECT 1 FROM transparency.signing_key))
         ON CONFLICT (verifier_key) DO NOTHING`,
        [key, sqlTime(at), onlyFirst],
      );
    });
  }
}

function toCheckpoint(row: CheckpointRow): SignedCheckpoint {
  const { size, root, text, signature_line: signatureLine, witness_lines: witnessLines } = row;
  return { size: Number(size), root, text, signatureLine, witnessLines };
}
