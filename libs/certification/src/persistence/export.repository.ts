import { Injectable } from '@nestjs/common';
import {
  isUuid,
  type CertificateNumber,
  type Instant,
  type InstitutionId,
  type Level,
  type LocalizedText,
  type PersonId,
  type Points,
  type SchemeVersionId,
} from '@hz/kernel';
import { fromSqlTime, sqlTime, UnitOfWork, type Tx } from '@hz/platform';
import type { CertificateStatus, ExportMapping, ExportMappingInput, ExportScope } from '../contract';
import type { PassedComponent } from '../domain/award';

export interface ExportRow {
  readonly number: CertificateNumber;
  readonly personId: PersonId;
  readonly institutionId: InstitutionId | null;
  readonly status: CertificateStatus;
  readonly holderName: string;
  readonly title: LocalizedText;
  readonly level: Level;
  readonly unsignedBytes: string;
  readonly intendedAt: Instant;
  readonly expiresAt: Instant;
  readonly schemeVersionId: SchemeVersionId;
  readonly components: readonly PassedComponent[];
  readonly percent: Points;
  readonly achievedAt: Instant;
}

interface Raw {
  number: CertificateNumber;
  person_id: PersonId;
  institution_id: InstitutionId | null;
  status: CertificateStatus;
  holder_name: string;
  title: LocalizedText;
  level: Level;
  unsigned_bytes: string;
  intended_at: Date;
  expires_at: Date;
  scheme_version_id: SchemeVersionId;
  components: PassedComponent[];
  percent: Points;
  achieved_at: Date;
}

interface RawMapping {
  id: string;
  name: string;
  encoding: ExportMapping['encoding'];
  columns: ExportMapping['columns'];
  updated_at: Date;
}

/** `resultIds`: of the session, when there is one. */
export type ResolvedScope = Pick<ExportScope, 'from' | 'to' | 'status'> & {
  readonly resultIds: readonly string[] | null;
};

// What counts is the certificate that stands for the achievement now: a superseded one has its successor in the same file.
const WITHIN = `c.status NOT IN ('issuing', 'superseded')
  AND ($1::text[] IS NULL OR EXISTS (SELECT 1 FROM jsonb_array_elements(a.components) k WHERE k ->> 'resultId' = ANY($1)))
  AND ($2::date IS NULL OR (a.achieved_at AT TIME ZONE 'Asia/Shanghai')::date >= $2)
  AND ($3::date IS NULL OR (a.achieved_at AT TIME ZONE 'Asia/Shanghai')::date <= $3)
  AND ($4::text IS NULL OR (CASE WHEN c.status IN ('valid', 'suspended') AND c.expires_at <= $5 THEN 'expired' ELSE c.status END) = $4)`;

@Injectable()
export class ExportRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async count(scope: ResolvedScope, now: Instant): Promise<number> {
    const [row] = await this.uow.read.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM certification.certificate c JOIN certification.achievement a ON a.id = c.achievement_id WHERE ${WITHIN}`,
      given(scope, now),
    );
    return row!.n;
  }

  /** By number, from the one after `after` on. */
  async rows(scope: ResolvedScope, now: Instant, limit: number, after: string): Promise<ExportRow[]> {
    const rows = await this.uow.read.query<Raw[]>(
      `SELECT c.number, c.person_id, c.institution_id, c.status, c.holder_name, c.title, c.level, c.unsigned_bytes, c.intended_at,
              c.expires_at, a.scheme_version_id, a.components, a.percent::text AS percent, a.achieved_at
         FROM certification.certificate c JOIN certification.achievement a ON a.id = c.achievement_id
        WHERE ${WITHIN} AND c.number > $6 ORDER BY c.number LIMIT $7`,
      [...given(scope, now), after, limit],
    );
    return rows.map((row) => ({
      number: row.number,
      personId: row.person_id,
      institutionId: row.institution_id,
      status: row.status,
      holderName: row.holder_name,
      title: row.title,
      level: row.level,
      unsignedBytes: row.unsigned_bytes,
      intendedAt: fromSqlTime(row.intended_at),
      expiresAt: fromSqlTime(row.expires_at),
      schemeVersionId: row.scheme_version_id,
      components: row.components,
      percent: row.percent,
      achievedAt: fromSqlTime(row.achieved_at),
    }));
  }

  async mappings(): Promise<ExportMapping[]> {
    const rows = await this.uow.read.query<RawMapping[]>(
      'SELECT id, name, encoding, columns, updated_at FROM certification.export_mapping ORDER BY name',
    );
    return rows.map(toMapping);
  }

  async mapping(id: string): Promise<ExportMapping | null> {
    if (!isUuid(id)) return null;
    const [row] = await this.uow.read.query<RawMapping[]>(
      'SELECT id, name, encoding, columns, updated_at FROM certification.export_mapping WHERE id = $1',
      [id],
    );
    return row === undefined ? null : toMapping(row);
  }

  /** False when another mapping has the name. */
  async put(tx: Tx, id: string, { name, encoding, columns }: ExportMappingInput, at: Instant): Promise<boolean> {
    const taken = await tx.query<object[]>('SELECT 1 FROM certification.export_mapping WHERE name = $1 AND id <> $2', [
      name,
      id,
    ]);
    if (taken.length > 0) return false;
    await tx.query(
      `INSERT INTO certification.export_mapping (id, name, encoding, columns, updated_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, encoding = excluded.encoding, columns = excluded.columns,
         updated_at = excluded.updated_at`,
      [id, name, encoding, JSON.stringify(columns), sqlTime(at)],
    );
    return true;
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.query('DELETE FROM certification.export_mapping WHERE id = $1', [id]);
  }
}

const given = ({ resultIds, from, to, status }: ResolvedScope, now: Instant): unknown[] => [
  ...[resultIds, from ?? null, to ?? null, status ?? null, sqlTime(now)],
];

function toMapping({ updated_at: at, ...row }: RawMapping): ExportMapping {
  return { ...row, updatedAt: fromSqlTime(at) };
}
