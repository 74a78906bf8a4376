import { Injectable } from '@nestjs/common';
import { sha256Hex, type CertificateNumber, type Instant, type PersonId } from '@hz/kernel';
import { fromSqlTime, sqlTime, UnitOfWork, type Tx } from '@hz/platform';
import type { LogEntryId } from '@hz/transparency/contract';
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
  log_salt: Buffer;
  log_entry: LogEntryId | null;
  log_proof: string | null;
  qr_payload: string | null;
  replaces: CertificateNumber | null;
  replaces_reason: string | null;
  template_version_id: string | null;
  superseded_by: CertificateNumber | null;
  status_reason: string | null;
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
  | 'logSalt'
  | 'replaces'
  | 'replacesReason'
  | 'templateVersionId'
>;

const COLUMNS = `number, achievement_id, person_id, institution_id, status, holder_name, title, level, unsigned_bytes, code_sealed,
  intended_at, expires_at, credential, pdf_hash, issued_at, revoked_at, revoked_reason, log_salt, log_entry, log_proof, qr_payload,
  replaces, replaces_reason, superseded_by, status_reason, template_version_id`;

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
          code_sealed, intended_at, expires_at, log_salt, replaces, replaces_reason, template_version_id)
       VALUES ($1, $2, $3, $4, 'issuing', $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
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
        intent.logSalt,
        intent.replaces,
        intent.replacesReason,
        intent.templateVersionId,
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

  /** The number that is to take the place of this one, or took it. */
  async replacementOf(tx: Tx, number: CertificateNumber): Promise<CertificateNumber | null> {
    const [row] = await tx.query<{ number: CertificateNumber }[]>(
      'SELECT number FROM certification.certificate WHERE replaces = $1',
      [number],
    );
    return row?.number ?? null;
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
    await this.keepPdf(tx, pdf);
    const [, changed] = await tx.query<[object[], number]>(
      `UPDATE certification.certificate SET status = 'valid', credential = $2, pdf_hash = $3, issued_at = $4
        WHERE number = $1 AND status = 'issuing'`,
      [number, credential, pdf.hash, sqlTime(at)],
    );
    return changed > 0;
  }

  /** Records that the certificate is published: where it stands in the log, and the payload of its QR code. */
  async markPublished(
    tx: Tx,
    number: CertificateNumber,
    { logEntry, qrPayload }: { logEntry: LogEntryId; qrPayload: string },
  ): Promise<void> {
    await tx.query(
      'UPDATE certification.certificate SET log_entry = $2, qr_payload = $3 WHERE number = $1 AND log_entry IS NULL',
      [number, logEntry, qrPayload],
    );
  }

  /** Keeps the proof that is going to be printed; the first one counts. Returns that one. */
  async keepLogProof(tx: Tx, number: CertificateNumber, proof: string): Promise<string> {
    const [rows] = await tx.query<[{ log_proof: string }[], number]>(
      'UPDATE certification.certificate SET log_proof = coalesce(log_proof, $2) WHERE number = $1 RETURNING log_proof',
      [number, proof],
    );
    return rows[0]!.log_proof;
  }

  /** Writes a status after the issue, with its reason. */
  async markStatus(
    tx: Tx,
    number: CertificateNumber,
    change: { status: CertificateStatus; reason: string; at: Instant; successor: CertificateNumber | null },
  ): Promise<void> {
    const { status, reason, at, successor } = change;
    const revoked = status === 'revoked';
    await tx.query(
      `UPDATE certification.certificate
          SET status = $2, status_reason = $3, superseded_by = $4, revoked_at = $5, revoked_reason = $6 WHERE number = $1`,
      [
        number,
        status,
        status === 'suspended' || status === 'superseded' ? reason : null,
        successor,
        revoked ? sqlTime(at) : null,
        revoked ? reason : null,
      ],
    );
  }

  /** A certificate printed anew takes the place of the file that was handed out before; the older file is kept. */
  async markReprinted(tx: Tx, number: CertificateNumber, pdf: { hash: string; bytes: Buffer }): Promise<void> {
    await this.keepPdf(tx, pdf);
    await tx.query('UPDATE certification.certificate SET pdf_hash = $2 WHERE number = $1', [number, pdf.hash]);
  }

  private async keepPdf(tx: Tx, { hash, bytes }: { hash: string; bytes: Buffer }): Promise<void> {
    await tx.query('INSERT INTO certification.pdf (hash, bytes) VALUES ($1, $2) ON CONFLICT (hash) DO NOTHING', [
      hash,
      bytes,
    ]);
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
    logSalt: row.log_salt,
    logEntry: row.log_entry,
    logProof: row.log_proof,
    qrPayload: row.qr_payload,
    replaces: row.replaces,
    replacesReason: row.replaces_reason,
    templateVersionId: row.template_version_id,
    supersededBy: row.superseded_by,
    statusReason: row.status_reason,
  };
}
