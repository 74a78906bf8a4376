import { Injectable } from '@nestjs/common';
import type { CertificateNumber, Instant } from '@hz/kernel';
import { fromSqlTime, newId, sqlTime, UnitOfWork, type Tx } from '@hz/platform';
import type { RecheckFaultFilter, RecheckFaultView, RecheckPart, RecheckRunView } from '../contract';
import type { Fault } from '../domain/recheck';

/** A run that is under way: it has examined all numbers up to `upTo`. */
export interface OpenRun {
  readonly id: string;
  readonly upTo: string;
}
export type FaultOf = Fault & { readonly number: string };

interface RunRow {
  id: string;
  begun_at: Date;
  begun_by: string | null;
  examined: number;
  certificates: number;
  faults: number;
  finished_at: Date | null;
}
interface FaultRow {
  id: string;
  number: string;
  part: RecheckPart;
  subject: string;
  code: string;
  first_seen_at: Date;
  last_seen_at: Date;
  mended_at: Date | null;
}

/** How far the re-check is, and what it came upon. */
@Injectable()
export class RecheckRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async openRun(): Promise<OpenRun | null> {
    const [row] = await this.uow.read.query<{ id: string; up_to: string }[]>(
      'SELECT id, up_to FROM certification.recheck_run WHERE finished_at IS NULL',
    );
    return row === undefined ? null : { id: row.id, upTo: row.up_to };
  }

  async lastBegunAt(): Promise<Instant | null> {
    const [row] = await this.uow.read.query<{ begun_at: Date }[]>(
      'SELECT begun_at FROM certification.recheck_run ORDER BY begun_at DESC LIMIT 1',
    );
    return row === undefined ? null : fromSqlTime(row.begun_at);
  }

  async lastFinishedAt(): Promise<Instant | null> {
    const [row] = await this.uow.read.query<{ at: Date | null }[]>(
      'SELECT max(finished_at) AS at FROM certification.recheck_run',
    );
    return fromSqlTime(row!.at);
  }

  /** The id of the new run; null while another is under way. */
  async begin(tx: Tx, at: Instant, by: string | null): Promise<string | null> {
    const id = newId();
    const added = await tx.query<object[]>(
      `INSERT INTO certification.recheck_run (id, begun_at, begun_by) VALUES ($1, $2, $3)
       ON CONFLICT ((true)) WHERE finished_at IS NULL DO NOTHING RETURNING id`,
      [id, sqlTime(at), by],
    );
    return added.length > 0 ? id : null;
  }

  /** The next numbers after one, in order. */
  async numbersAfter(after: string, limit: number): Promise<CertificateNumber[]> {
    const rows = await this.uow.read.query<{ number: CertificateNumber }[]>(
      `SELECT number FROM certification.certificate WHERE number COLLATE "C" > $1
        ORDER BY number COLLATE "C" LIMIT $2`,
      [after, limit],
    );
    return rows.map(({ number }) => number);
  }

  /** Those of a page, when more may have come meanwhile. */
  async numbersWithin({ from, upTo }: { readonly from: string; readonly upTo: string | null }): Promise<string[]> {
    const rows = await this.uow.read.query<{ number: string }[]>(
      `SELECT number FROM certification.certificate
        WHERE number COLLATE "C" > $1 AND ($2::text IS NULL OR number COLLATE "C" <= $2)`,
      [from, upTo],
    );
    return rows.map(({ number }) => number);
  }

  /** The hash that was recorded with the unsigned bytes, and the printed file; the file is null where it is gone. */
  async storedOf(number: string): Promise<{ unsignedHash: string; pdf: Buffer | null }> {
    const [row] = await this.uow.read.query<{ unsigned_hash: string; bytes: Buffer | null }[]>(
      `SELECT c.unsigned_hash, p.bytes FROM certification.certificate c
         LEFT JOIN certification.pdf p ON p.hash = c.pdf_hash WHERE c.number = $1`,
      [number],
    );
    return { unsignedHash: row!.unsigned_hash, pdf: row!.bytes };
  }

  /** Moves a run on; false when somebody else has moved it meanwhile. */
  async advance(
    tx: Tx,
    run: OpenRun,
    page: { upTo: string; examined: number; faults: number; finishedAt: Instant | null },
  ): Promise<boolean> {
    const moved = await tx.query<[object[], number]>(
      `UPDATE certification.recheck_run SET up_to = $3, examined = examined + $4, faults = faults + $5, finished_at = $6
        WHERE id = $1 AND up_to = $2 AND finished_at IS NULL RETURNING id`,
      [run.id, run.upTo, page.upTo, page.examined, page.faults, page.finishedAt && sqlTime(page.finishedAt)],
    );
    return moved[1] > 0;
  }

  /** Records what was found among the numbers after `from` up to `upTo` (null: to the end); what is no longer there counts as mended. */
  async record(
    tx: Tx,
    span: { from: string; upTo: string | null },
    faults: readonly FaultOf[],
    at: Instant,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO certification.recheck_fault (id, number, part, subject, code, first_seen_at, last_seen_at)
       SELECT *, $6, $6 FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[])
       ON CONFLICT (number, part, subject, code) WHERE mended_at IS NULL DO UPDATE SET last_seen_at = excluded.last_seen_at`,
      [
        faults.map(() => newId()),
        faults.map(({ number }) => number),
        faults.map(({ part }) => part),
        faults.map(({ subject }) => subject),
        faults.map(({ code }) => code),
        sqlTime(at),
      ],
    );
    await tx.query(
      `UPDATE certification.recheck_fault SET mended_at = $3
        WHERE mended_at IS NULL AND number > $1 AND ($2::text IS NULL OR number <= $2)
          AND (number, part, subject, code) NOT IN
              (SELECT * FROM unnest($4::text[], $5::text[], $6::text[], $7::text[]))`,
      [
        span.from,
        span.upTo,
        sqlTime(at),
        faults.map(({ number }) => number),
        faults.map(({ part }) => part),
        faults.map(({ subject }) => subject),
        faults.map(({ code }) => code),
      ],
    );
  }

  async openFaults(): Promise<number> {
    const [row] = await this.uow.read.query<{ n: number }[]>(
      'SELECT count(*)::int AS n FROM certification.recheck_fault WHERE mended_at IS NULL',
    );
    return row!.n;
  }

  /** The newest first. */
  async runs(limit: number): Promise<RecheckRunView[]> {
    const rows = await this.uow.read.query<RunRow[]>(
      `SELECT id, begun_at, begun_by, examined, faults, finished_at,
              CASE WHEN finished_at IS NULL THEN (SELECT count(*)::int FROM certification.certificate) ELSE examined END
                AS certificates
         FROM certification.recheck_run ORDER BY begun_at DESC, id DESC LIMIT $1`,
      [limit],
    );
    return rows.map(({ id, begun_at, begun_by, examined, certificates, faults, finished_at }) => ({
      id,
      begunAt: fromSqlTime(begun_at),
      asked: begun_by !== null,
      examined,
      certificates,
      faults,
      finishedAt: fromSqlTime(finished_at),
    }));
  }

  /** What was seen last first, from the row after `after` on. */
  async faults(
    { search, mended }: RecheckFaultFilter,
    limit: number,
    after: { at: Instant; id: string } | null,
  ): Promise<RecheckFaultView[]> {
    const rows = await this.uow.read.query<FaultRow[]>(
      `SELECT id, number, part, subject, code, first_seen_at, last_seen_at, mended_at FROM certification.recheck_fault
        WHERE ($1::text IS NULL OR position(upper($1) IN number) > 0)
          AND ($2::boolean IS NULL OR (mended_at IS NOT NULL) = $2)
          AND ($3::timestamptz IS NULL OR (first_seen_at, id) < ($3, $4::uuid))
        ORDER BY first_seen_at DESC, id DESC LIMIT $5`,
      [
        search ?? null,
        mended === undefined ? null : mended === 'yes',
        after && sqlTime(after.at),
        after?.id ?? null,
        limit,
      ],
    );
    return rows.map(({ first_seen_at, last_seen_at, mended_at, ...row }) => ({
      ...row,
      firstSeenAt: fromSqlTime(first_seen_at),
      lastSeenAt: fromSqlTime(last_seen_at),
      mendedAt: fromSqlTime(mended_at),
    }));
  }
}
