import { Injectable } from '@nestjs/common';
import type { Instant, InstitutionId, Principal } from '@hz/kernel';
import { fromSqlTime, sqlTime, UnitOfWork, type Tx } from '@hz/platform';
import type { BatchStatus } from '../contract';

export interface BatchRow {
  readonly id: string;
  readonly institutionId: InstitutionId;
  readonly asker: Principal;
  readonly sandbox: boolean;
  readonly contentHash: string;
  readonly status: BatchStatus;
  readonly lines: number;
  readonly answered: number;
  readonly createdAt: Instant;
  readonly finishedAt: Instant | null;
}
export interface SealedLine {
  readonly line: number;
  readonly question: Buffer;
}
export interface SealedAnswer {
  readonly line: number;
  readonly answer: Buffer;
}
type NewBatch = Pick<BatchRow, 'id' | 'institutionId' | 'asker' | 'sandbox' | 'contentHash' | 'lines'> & {
  readonly idempotencyKey: string | undefined;
};

interface Raw {
  id: string;
  institution_id: InstitutionId;
  asker: Principal;
  sandbox: boolean;
  content_hash: string;
  status: BatchStatus;
  lines: number;
  answered: number;
  created_at: Date;
  finished_at: Date | null;
}
const COLUMNS = 'id, institution_id, asker, sandbox, content_hash, status, lines, answered, created_at, finished_at';
const OPEN = "status IN ('waiting', 'running')";

@Injectable()
export class BatchRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** False when the idempotency key is taken. */
  async add(tx: Tx, batch: NewBatch, lines: readonly SealedLine[], at: Instant): Promise<boolean> {
    const added = await tx.query<object[]>(
      `INSERT INTO verification.batch (id, institution_id, asker, sandbox, idempotency_key, content_hash, status, lines, answered, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, 'waiting', $7, 0, $8) ON CONFLICT DO NOTHING RETURNING id`,
      [
        batch.id,
        batch.institutionId,
        JSON.stringify(batch.asker),
        batch.sandbox,
        batch.idempotencyKey ?? null,
        batch.contentHash,
        batch.lines,
        sqlTime(at),
      ],
    );
    if (added.length === 0) return false;
    await tx.query(
      'INSERT INTO verification.batch_line (batch_id, line, question) SELECT $1, * FROM unnest($2::int[], $3::bytea[])',
      [batch.id, lines.map(({ line }) => line), lines.map(({ question }) => question)],
    );
    return true;
  }

  async byIdempotencyKey(institutionId: InstitutionId, key: string | undefined): Promise<BatchRow | null> {
    if (key === undefined) return null;
    const where = 'institution_id = $1 AND idempotency_key = $2';
    return first(
      await this.uow.read.query<Raw[]>(`SELECT ${COLUMNS} FROM verification.batch WHERE ${where}`, [
        institutionId,
        key,
      ]),
    );
  }

  async byId(institutionId: InstitutionId, id: string): Promise<BatchRow | null> {
    const where = 'institution_id = $1 AND id = $2';
    return first(
      await this.uow.read.query<Raw[]>(`SELECT ${COLUMNS} FROM verification.batch WHERE ${where}`, [institutionId, id]),
    );
  }

  /** A batch that has not ended. */
  async open(id: string): Promise<BatchRow | null> {
    return first(
      await this.uow.read.query<Raw[]>(`SELECT ${COLUMNS} FROM verification.batch WHERE id = $1 AND ${OPEN}`, [id]),
    );
  }

  async lockOpen(tx: Tx, id: string): Promise<BatchRow | null> {
    return first(
      await tx.query<Raw[]>(`SELECT ${COLUMNS} FROM verification.batch WHERE id = $1 AND ${OPEN} FOR UPDATE`, [id]),
    );
  }

  async page(
    institutionId: InstitutionId,
    before: { at: number; id: string } | null,
    limit: number,
  ): Promise<BatchRow[]> {
    const rows = await this.uow.read.query<Raw[]>(
      `SELECT ${COLUMNS} FROM verification.batch
        WHERE institution_id = $1 AND ($2::timestamptz IS NULL OR (created_at, id) < ($2, $3::uuid))
        ORDER BY created_at DESC, id DESC LIMIT $4`,
      [institutionId, before === null ? null : new Date(before.at), before?.id ?? null, limit],
    );
    return rows.map(toRow);
  }

  async questions(id: string, limit: number): Promise<SealedLine[]> {
    return this.uow.read.query<SealedLine[]>(
      'SELECT line, question FROM verification.batch_line WHERE batch_id = $1 AND question IS NOT NULL ORDER BY line LIMIT $2',
      [id, limit],
    );
  }

  async answers(id: string, after: number, limit: number): Promise<SealedAnswer[]> {
    return this.uow.read.query<SealedAnswer[]>(
      'SELECT line, answer FROM verification.batch_line WHERE batch_id = $1 AND answer IS NOT NULL AND line > $2 ORDER BY line LIMIT $3',
      [id, after, limit],
    );
  }

  /** Puts answers in the place of their questions. Gives back how many lines have one now. */
  async write(
    tx: Tx,
    { id, answered, lines }: BatchRow,
    answers: readonly SealedAnswer[],
    at: Instant,
  ): Promise<number> {
    await tx.query(
      `UPDATE verification.batch_line l SET question = NULL, answer = t.answer
         FROM unnest($2::int[], $3::bytea[]) AS t (line, answer) WHERE l.batch_id = $1 AND l.line = t.line`,
      [id, answers.map(({ line }) => line), answers.map(({ answer }) => answer)],
    );
    const count = answered + answers.length;
    await tx.query(
      `UPDATE verification.batch SET answered = $2, status = CASE WHEN $2 = lines THEN 'done' ELSE 'running' END,
              finished_at = CASE WHEN $2 = lines THEN $3::timestamptz END WHERE id = $1`,
      [id, count, sqlTime(at)],
    );
    return Math.min(count, lines);
  }

  /** False when it has ended already. */
  async cancel(tx: Tx, id: string, at: Instant): Promise<boolean> {
    const [, changed] = await tx.query<[unknown, number]>(
      `UPDATE verification.batch SET status = 'cancelled', finished_at = $2 WHERE id = $1 AND ${OPEN}`,
      [id, sqlTime(at)],
    );
    if (changed === 0) return false;
    await tx.query('DELETE FROM verification.batch_line WHERE batch_id = $1 AND question IS NOT NULL', [id]);
    return true;
  }

  async forgetBefore(at: Instant): Promise<void> {
    await this.uow.run((tx) => tx.query('DELETE FROM verification.batch WHERE created_at < $1', [sqlTime(at)]));
  }
}

function first([row]: Raw[]): BatchRow | null {
  return row === undefined ? null : toRow(row);
}

function toRow(row: Raw): BatchRow {
  return {
    id: row.id,
    institutionId: row.institution_id,
    asker: row.asker,
    sandbox: row.sandbox,
    contentHash: row.content_hash,
    status: row.status,
    lines: row.lines,
    answered: row.answered,
    createdAt: fromSqlTime(row.created_at),
    finishedAt: fromSqlTime(row.finished_at),
  };
}
