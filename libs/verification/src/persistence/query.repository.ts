import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Instant, InstitutionId } from '@hz/kernel';
import { fromSqlTime, newId, sqlTime, UnitOfWork, WriteBehind, type Tx } from '@hz/platform';
import type { AskedQueryView, AskedWay, VerificationAnswer } from '../contract';

export interface QueryBy {
  readonly institutionId: InstitutionId | null;
  readonly askedBy: string;
  readonly sandbox: boolean;
}
export interface QueryRow {
  readonly number: string;
  readonly way: AskedWay;
  readonly answer: VerificationAnswer;
}
export interface QueryFilter {
  readonly number?: string | undefined;
  readonly from?: number | undefined;
  readonly until?: number | undefined;
  /** Only those before this one, newest first. */
  readonly before: { readonly at: Instant; readonly id: string } | null;
  readonly limit: number;
}
export interface AskedCount {
  readonly institutionId: InstitutionId | null;
  readonly times: number;
  readonly lastAt: Instant;
}

type PublicQuery = Pick<VerificationAnswer, 'verdict' | 'reason'> & { readonly number: string; readonly at: Date };

/** Who asked about which certificate. */
@Injectable()
export class QueryRepository implements OnApplicationShutdown {
  private readonly publicOnes = new WriteBehind<PublicQuery>('public queries', (queries) =>
    this.addEachPublic(queries),
  );

  constructor(private readonly uow: UnitOfWork) {}

  /** Kept a moment later: no answer to a stranger waits for it, and who they are is not known anyway. */
  addPublic(number: string, { verdict, reason, checkedAt }: VerificationAnswer): void {
    this.publicOnes.add({ number, verdict, reason, at: new Date(checkedAt) });
  }

  /** Resolves when everything that was asked is kept. */
  settled(): Promise<void> {
    return this.publicOnes.settled();
  }

  onApplicationShutdown(): Promise<void> {
    return this.settled();
  }

  private async addEachPublic(queries: readonly PublicQuery[]): Promise<void> {
    await this.uow.read.query(
      `INSERT INTO verification.query (id, number, asked_by, verdict, reason, at)
       SELECT t.id, t.number, 'public', t.verdict, t.reason, t.at
         FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[]) AS t (id, number, verdict, reason, at)`,
      [
        queries.map(() => newId()),
        queries.map(({ number }) => number),
        queries.map(({ verdict }) => verdict),
        queries.map(({ reason }) => reason),
        queries.map(({ at }) => at),
      ],
    );
  }

  /** Also notes that the institution is to hear of changes, where the certificate is there. */
  async addEach(tx: Tx, { institutionId, askedBy, sandbox }: QueryBy, rows: readonly QueryRow[]): Promise<void> {
    await tx.query(
      `INSERT INTO verification.query (id, number, asked_by, verdict, reason, at, way, institution_id, sandbox)
       SELECT t.id, t.number, $1, t.verdict, t.reason, t.at, t.way, $2, $3
         FROM unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::timestamptz[], $9::text[])
              AS t (id, number, verdict, reason, at, way)`,
      [
        askedBy,
        institutionId,
        sandbox,
        rows.map(() => newId()),
        rows.map(({ number }) => number),
        rows.map(({ answer }) => answer.verdict),
        rows.map(({ answer }) => answer.reason),
        rows.map(({ answer }) => new Date(answer.checkedAt)),
        rows.map(({ way }) => way),
      ],
    );
    const found = sandbox ? [] : rows.filter(({ answer }) => answer.certificate !== null);
    const numbers = [...new Set(found.map(({ number }) => number))].sort();
    if (institutionId === null || numbers.length === 0) return;
    await tx.query(
      `INSERT INTO verification.interest (number, institution_id, asked_at) SELECT unnest($1::text[]), $2, $3
       ON CONFLICT (number, institution_id) DO UPDATE SET asked_at = excluded.asked_at`,
      [numbers, institutionId, new Date(found[0]!.answer.checkedAt)],
    );
  }

  async ofInstitution(
    id: InstitutionId,
    { number, from, until, before, limit }: QueryFilter,
  ): Promise<AskedQueryView[]> {
    const rows = await this.uow.read.query<
      (Pick<AskedQueryView, 'id' | 'number' | 'way' | 'verdict' | 'reason' | 'sandbox'> & {
        asked_by: string;
        at: Date;
      })[]
    >(
      `SELECT id, number, asked_by, verdict, reason, at, way, sandbox FROM verification.query
        WHERE institution_id = $1 AND ($2::text IS NULL OR number = $2)
          AND ($3::timestamptz IS NULL OR at >= $3) AND ($4::timestamptz IS NULL OR at < $4)
          AND ($5::timestamptz IS NULL OR (at, id) < ($5, $6::uuid))
        ORDER BY at DESC, id DESC LIMIT $7`,
      [
        id,
        number ?? null,
        from === undefined ? null : new Date(from),
        until === undefined ? null : new Date(until),
        before === null ? null : sqlTime(before.at),
        before?.id ?? null,
        limit,
      ],
    );
    return rows.map(({ asked_by: askedBy, at, ...row }) => ({ ...row, askedBy, at: fromSqlTime(at) }));
  }

  /** Who asked about a real certificate and was told something, by institution; null stands for the public. */
  async countsFor(number: string): Promise<AskedCount[]> {
    const rows = await this.uow.read.query<{ institution_id: InstitutionId | null; times: number; last_at: Date }[]>(
      `SELECT institution_id, count(*)::int AS times, max(at) AS last_at FROM verification.query
        WHERE number = $1 AND NOT sandbox AND reason IS DISTINCT FROM 'not-found' GROUP BY institution_id ORDER BY max(at) DESC`,
      [number],
    );
    return rows.map((row) => ({
      institutionId: row.institution_id,
      times: row.times,
      lastAt: fromSqlTime(row.last_at),
    }));
  }

  /** The institutions that asked about a number and are to hear of changes. */
  async interestedIn(number: string): Promise<InstitutionId[]> {
    const rows = await this.uow.read.query<{ institution_id: InstitutionId }[]>(
      'SELECT institution_id FROM verification.interest WHERE number = $1 ORDER BY institution_id',
      [number],
    );
    return rows.map((row) => row.institution_id);
  }

  async forgetBefore(at: Instant, interestsBefore: Instant): Promise<void> {
    await this.uow.run(async (tx) => {
      await tx.query('DELETE FROM verification.query WHERE at < $1', [sqlTime(at)]);
      await tx.query('DELETE FROM verification.interest WHERE asked_at < $1', [sqlTime(interestsBefore)]);
    });
  }
}
