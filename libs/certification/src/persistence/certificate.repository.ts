import { Injectable } from '@nestjs/common';
import { sha256Hex, type CertificateNumber, type Instant, type PersonId } from '@hz/kernel';
import { fromSqlTime, sqlTime, UnitOfWork, type Tx } from '@hz/platform';
import type { CertificateFilter, CertificateStatus } from '../contract';
import type { CertificateRecord } from '../domain/certificate-record';

interface Raw {
  number: CertificateNumber;
  achievement_id: string;
  person_id: PersonId;
  institution_id: CertificateRecord['institutionId'];
  status: CertificateStatus;
  holder_name: string;
  title: CertificateRecord['title'];
  level: CertificateRecord['level'];
  unsigned_bytes: string;
  code_sealed: Buffer;
  intended_at: Date;
  expires_at: Date;
  credential: string | null;
  pdf_hash: string | null;
  issued_at: Date | null;
  revoked_at: Date | null;
  revoked_reason: string | null;
}

export type Intent = Pick<
  CertificateRecord,
  | 'number'
  | 'achievementId'
  | 'personId'
  | 'institutionId'
  | 'holderName'
  | 'title'
  | 'level'
  | 'unsignedBytes'
  | 'codeSealed'
  | 'intendedAt'
  | 'expiresAt'
>;

const COLUMNS = `number, achievement_id, person_id, institution_id, status, holder_name, title, level, unsigned_bytes, code_sealed,
  intended_at, expires_at, credential, pdf_hash, issued_at, revoked_at, revoked_reason`;

@Injectable()
export class CertificateRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** The next serial of a series, from 1. */
  async nextSerial(tx: Tx, series: string): Promise<number> {
    const [row] = await tx.query<{ last_serial: number }[]>(
      `INSERT INTO certification.number_series AS s (series, last_serial) VALUES ($1, 1)
       ON CONFLICT (series) DO UPDATE SET last_serial = s.last_serial + 1 RETURNING last_serial`,
      [series],
    );
    return row!.last_serial;
  }

  /** Records what is going to be signed. */
  async addIntent(tx: Tx, intent: Intent): Promise<void> {
    await tx.query(
      `INSERT INTO certification.certificate
         (number, achievement_id, person_id, institution_id, status, holder_name, title, level, unsigned_bytes, unsigned_hash,
          code_sealed, intended_at, expires_at)
       VALUES ($1, $2, $3, $4, 'issuing', $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        intent.number,
        intent.achievementId,
        intent.personId,
        intent.institutionId,
        intent.holderName,
        JSON.stringify(intent.title),
        intent.level,
        intent.unsignedBytes,
        sha256Hex(intent.unsignedBytes),
        intent.codeSealed,
        sqlTime(intent.intendedAt),
        sqlTime(intent.expiresAt),
      ],
    );
  }

  async byNumber(number: string): Promise<CertificateRecord | null> {
    const [row] = await this.uow.read.query<Raw[]>(
      `SELECT ${COLUMNS} FROM certification.certificate WHERE number = $1`,
      [number],
    );
    return row === undefined ? null : toRecord(row);
  }

  async lock(tx: Tx, number: string): Promise<CertificateRecord | null> {
    const [row] = await tx.query<Raw[]>(
      `SELECT ${COLUMNS} FROM certification.certificate WHERE number = $1 FOR UPDATE`,
      [number],
    );
    return row === undefined ? null : toRecord(row);
  }

  async ofPerson(personId: PersonId): Promise<CertificateRecord[]> {
    const rows = await this.uow.read.query<Raw[]>(
      `SELECT ${COLUMNS} FROM certification.certificate WHERE person_id = $1 ORDER BY intended_at DESC, number DESC`,
      [personId],
    );
    return rows.map(toRecord);
  }

  /** Newest first, from the row after `after` on. */
  async search(
    filter: CertificateFilter,
    limit: number,
    after: { at: Instant; number: string } | null,
  ): Promise<CertificateRecord[]> {
    const rows = await this.uow.read.query<Raw[]>(
      `SELECT ${COLUMNS} FROM certification.certificate
        WHERE ($1::text IS NULL OR position(upper($1) IN number) > 0 OR position(lower($1) IN lower(holder_name)) > 0)
          AND ($2::text IS NULL OR status = $2)
          AND ($3::timestamptz IS NULL OR (intended_at, number) < ($3, $4))
        ORDER BY intended_at DESC, number DESC LIMIT $5`,
      [filter.search ?? null, filter.status ?? null, after && sqlTime(after.at), after?.number ?? null, limit],
    );
    return rows.map(toRecord);
  }

  /** Makes a certificate valid; false when it was not being issued any more. */
  async markValid(
    tx: Tx,
    number: CertificateNumber,
    { credential, pdf, at }: { credential: string; pdf: { hash: string; bytes: Buffer }; at: Instant },
  ): Promise<boolean> {
    await tx.query('INSERT INTO certification.pdf (hash, bytes) VALUES ($1, $2) ON CONFLICT (hash) DO NOTHING', [
      pdf.hash,
      pdf.bytes,
    ]);
    const [, changed] = await tx.query<[object[], number]>(
      `UPDATE certification.certificate SET status = 'valid', credential = $2, pdf_hash = $3, issued_at = $4
        WHERE number = $1 AND status = 'issuing'`,
      [number, credential, pdf.hash, sqlTime(at)],
    );
    return changed > 0;
  }

  async markRevoked(tx: Tx, number: CertificateNumber, reason: string, at: Instant): Promise<void> {
    await tx.query(
      `UPDATE certification.certificate SET status = 'revoked', revoked_at = $2, revoked_reason = $3 WHERE number = $1`,
      [number, sqlTime(at), reason],
    );
  }

  async pdf(hash: string): Promise<Buffer | null> {
    const [row] = await this.uow.read.query<{ bytes: Buffer }[]>(
      'SELECT bytes FROM certification.pdf WHERE hash = $1',
      [hash],
    );
    return row?.bytes ?? null;
  }
}

function toRecord(row: Raw): CertificateRecord {
  return {
    number: row.number,
    achievementId: row.achievement_id,
    personId: row.person_id,
    institutionId: row.institution_id,
    status: row.status,
    holderName: row.holder_name,
    title: row.title,
    level: row.level,
    unsignedBytes: row.unsigned_bytes,
    codeSealed: row.code_sealed,
    intendedAt: fromSqlTime(row.intended_at),
    expiresAt: fromSqlTime(row.expires_at),
    credential: row.credential,
    pdfHash: row.pdf_hash,
    issuedAt: fromSqlTime(row.issued_at),
    revokedAt: fromSqlTime(row.revoked_at),
    revokedReason: row.revoked_reason,
  };
}
