import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@hz/platform';
import type { CohortProgress } from '../contract';

export interface PrintedCertificateRow {
  readonly number: string;
  readonly holderName: string;
  readonly hash: string;
  readonly size: number;
}

/** Achievements that rest on one of the results `$1`, by the index on their components. */
const OF_RESULTS = `certification.certificate c
  JOIN certification.achievement a ON a.id = c.achievement_id
 WHERE certification.result_ids(a.components) && $1::text[]`;

@Injectable()
export class CohortRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async progress(resultIds: readonly string[]): Promise<CohortProgress> {
    const [row] = await this.uow.read.query<CohortProgress[]>(
      `SELECT count(*)::int AS awarded, count(*) FILTER (WHERE c.status <> 'issuing')::int AS issued,
              count(*) FILTER (WHERE c.status = 'valid' AND c.pdf_hash IS NOT NULL)::int AS printed
         FROM ${OF_RESULTS} AND c.status <> 'superseded'`,
      [resultIds],
    );
    return row!;
  }

  async printed(resultIds: readonly string[]): Promise<PrintedCertificateRow[]> {
    return this.uow.read.query(
      `SELECT c.number, c.holder_name AS "holderName", c.pdf_hash AS hash,
              (SELECT octet_length(p.bytes) FROM certification.pdf p WHERE p.hash = c.pdf_hash) AS size
         FROM ${OF_RESULTS} AND c.status = 'valid' AND c.pdf_hash IS NOT NULL
        ORDER BY c.number`,
      [resultIds],
    );
  }

  async pdf(hash: string): Promise<Buffer | null> {
    const [row] = await this.uow.read.query<{ bytes: Buffer }[]>(
      'SELECT bytes FROM certification.pdf WHERE hash = $1',
      [hash],
    );
    return row?.bytes ?? null;
  }

  /** A printed certificate that was handed out; one that was printed and never released is not found. */
  async byHash(hash: string): Promise<{ number: string; bytes: Buffer } | null> {
    const [row] = await this.uow.read.query<{ number: string; bytes: Buffer }[]>(
      `SELECT c.number, p.bytes FROM certification.pdf p JOIN certification.certificate c ON c.pdf_hash = p.hash
        WHERE p.hash = $1`,
      [hash],
    );
    return row ?? null;
  }

  /** The results that an achievement rests on. */
  async resultIdsOf(achievementId: string): Promise<string[]> {
    const [row] = await this.uow.read.query<{ ids: string[] }[]>(
      `SELECT ARRAY(SELECT DISTINCT unnest(certification.result_ids(components)) ORDER BY 1) AS ids
         FROM certification.achievement WHERE id = $1`,
      [achievementId],
    );
    return row?.ids ?? [];
  }
}
