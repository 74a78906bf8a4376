import { Injectable } from '@nestjs/common';
import { isUuid, type CertificateNumber, type Instant, type PersonId } from '@hz/kernel';
import { fromSqlTime, sqlTime, UnitOfWork, type Tx } from '@hz/platform';
import type { EducationInput, EducationRecordView, EducationStatus } from '../contract';

export interface EducationRow extends EducationRecordView {
  readonly achievementId: string;
  readonly personId: PersonId;
}

interface Raw {
  id: string;
  achievement_id: string;
  person_id: PersonId;
  title: string;
  provider: string;
  hours: number;
  completed_on: string;
  evidence: string;
  evidence_link: string | null;
  status: EducationStatus;
  handed_in_at: Date;
  decided_at: Date | null;
  decision_reason: string | null;
  counted_in: string | null;
}

// A date has no time zone: it leaves the database as it is written.
const COLUMNS = `id, achievement_id, person_id, title, provider, hours, completed_on::text AS completed_on, evidence, evidence_link, status,
  handed_in_at, decided_at, decision_reason, counted_in`;

@Injectable()
export class EducationRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async add(
    tx: Tx,
    row: EducationInput & { id: string; achievementId: string; personId: PersonId; at: Instant },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO certification.education_record
         (id, achievement_id, person_id, title, provider, hours, completed_on, evidence, evidence_link, status, handed_in_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'waiting', $10)`,
      [
        ...[row.id, row.achievementId, row.personId, row.title, row.provider, row.hours, row.completedOn],
        ...[row.evidence, row.evidenceLink, sqlTime(row.at)],
      ],
    );
  }

  /** Newest first. */
  async ofAchievement(achievementId: string): Promise<EducationRow[]> {
    const rows = await this.uow.read.query<Raw[]>(
      `SELECT ${COLUMNS} FROM certification.education_record WHERE achievement_id = $1 ORDER BY completed_on DESC, id DESC`,
      [achievementId],
    );
    return rows.map(toRow);
  }

  /** The same, held until the transaction ends, so that nothing is counted twice. */
  async lockOfAchievement(tx: Tx, achievementId: string): Promise<EducationRow[]> {
    const rows = await tx.query<Raw[]>(
      `SELECT ${COLUMNS} FROM certification.education_record WHERE achievement_id = $1 ORDER BY id FOR UPDATE`,
      [achievementId],
    );
    return rows.map(toRow);
  }

  async count(tx: Tx, ids: readonly string[], number: CertificateNumber): Promise<void> {
    await tx.query('UPDATE certification.education_record SET counted_in = $2 WHERE id = ANY($1)', [ids, number]);
  }

  async lock(tx: Tx, id: string): Promise<EducationRow | null> {
    if (!isUuid(id)) return null;
    const [row] = await tx.query<Raw[]>(
      `SELECT ${COLUMNS} FROM certification.education_record WHERE id = $1 FOR UPDATE`,
      [id],
    );
    return row === undefined ? null : toRow(row);
  }

  async decide(
    tx: Tx,
    id: string,
    decision: { status: EducationStatus; reason: string | null; by: string; at: Instant },
  ): Promise<void> {
    await tx.query(
      `UPDATE certification.education_record SET status = $2, decision_reason = $3, decided_by = $4, decided_at = $5 WHERE id = $1`,
      [id, decision.status, decision.reason, decision.by, sqlTime(decision.at)],
    );
  }

  /** The longest waiting first; from the row after `after` on. */
  async list(
    status: EducationStatus | undefined,
    limit: number,
    after: { at: Instant; id: string } | null,
  ): Promise<EducationRow[]> {
    const rows = await this.uow.read.query<Raw[]>(
      `SELECT ${COLUMNS} FROM certification.education_record
        WHERE ($1::text IS NULL OR status = $1) AND ($2::timestamptz IS NULL OR (handed_in_at, id) > ($2, $3::uuid))
        ORDER BY handed_in_at, id LIMIT $4`,
      [status ?? null, after && sqlTime(after.at), after?.id ?? null, limit],
    );
    return rows.map(toRow);
  }
}

function toRow(raw: Raw): EducationRow {
  return {
    id: raw.id,
    achievementId: raw.achievement_id,
    personId: raw.person_id,
    title: raw.title,
    provider: raw.provider,
    hours: raw.hours,
    completedOn: raw.completed_on,
    evidence: raw.evidence,
    evidenceLink: raw.evidence_link,
    status: raw.status,
    handedInAt: fromSqlTime(raw.handed_in_at),
    decidedAt: fromSqlTime(raw.decided_at),
    decisionReason: raw.decision_reason,
    countedIn: raw.counted_in,
  };
}
