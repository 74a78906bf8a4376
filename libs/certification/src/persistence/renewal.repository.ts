import { Injectable } from '@nestjs/common';
import type { CertificateNumber, Instant, PersonId } from '@hz/kernel';
import { fromSqlTime, sqlTime, UnitOfWork, type Tx } from '@hz/platform';
import type { SkillPrints } from '../domain/renewal';

export interface Renewal {
  readonly number: CertificateNumber;
  readonly renewedNumber: CertificateNumber;
  readonly achievementId: string;
  readonly formerEnd: Instant;
  readonly hours: number;
  readonly renewedAt: Instant;
}

export interface EndingRegistration {
  readonly number: CertificateNumber;
  readonly personId: PersonId;
  readonly intendedAt: Instant;
  readonly expiresAt: Instant;
  readonly decided: readonly number[];
}

@Injectable()
export class RenewalRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async add(tx: Tx, { number, renewedNumber, achievementId, formerEnd, hours, renewedAt }: Renewal): Promise<void> {
    await tx.query(
      `INSERT INTO certification.renewal (number, renewed_number, achievement_id, former_end, hours, renewed_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [number, renewedNumber, achievementId, sqlTime(formerEnd), hours, sqlTime(renewedAt)],
    );
  }

  /** The number that renewed this one; null. */
  async renewedAs(number: string): Promise<CertificateNumber | null> {
    const [row] = await this.uow.read.query<{ number: CertificateNumber }[]>(
      'SELECT number FROM certification.renewal WHERE renewed_number = $1',
      [number],
    );
    return row?.number ?? null;
  }

  async isRenewal(tx: Tx, number: string): Promise<boolean> {
    return (await tx.query<object[]>('SELECT 1 FROM certification.renewal WHERE number = $1', [number])).length > 0;
  }

  /** The end of the registration before the last renewal of the achievement; null before the first. */
  async formerEnd(achievementId: string): Promise<Instant | null> {
    const [row] = await this.uow.read.query<{ former_end: Date }[]>(
      'SELECT former_end FROM certification.renewal WHERE achievement_id = $1 ORDER BY renewed_at DESC LIMIT 1',
      [achievementId],
    );
    return row === undefined ? null : fromSqlTime(row.former_end);
  }

  async baseline(number: string): Promise<{ skills: SkillPrints; recordedAt: Instant } | null> {
    const [row] = await this.uow.read.query<{ skills: SkillPrints; recorded_at: Date }[]>(
      'SELECT skills, recorded_at FROM certification.skill_baseline WHERE number = $1',
      [number],
    );
    return row === undefined ? null : { skills: row.skills, recordedAt: fromSqlTime(row.recorded_at) };
  }

  /** The first record of a number counts. */
  async addBaseline(tx: Tx, number: string, skills: SkillPrints, at: Instant): Promise<void> {
    await tx.query(
      `INSERT INTO certification.skill_baseline (number, skills, recorded_at) VALUES ($1, $2, $3) ON CONFLICT (number) DO NOTHING`,
      [number, JSON.stringify(skills), sqlTime(at)],
    );
  }

  /** A number that took the place of another without a renewal keeps what was recorded for that one. */
  async copyBaseline(tx: Tx, from: string, to: string): Promise<void> {
    await tx.query(
      `INSERT INTO certification.skill_baseline (number, skills, recorded_at)
       SELECT $2, skills, recorded_at FROM certification.skill_baseline WHERE number = $1 ON CONFLICT (number) DO NOTHING`,
      [from, to],
    );
  }

  /** Valid certificates that end before `until` and that nothing is replacing; those after `after`, the first to end first. */
  async ending(now: Instant, until: Instant, limit: number, after: string): Promise<EndingRegistration[]> {
    const rows = await this.uow.read.query<
      { number: CertificateNumber; person_id: PersonId; intended_at: Date; expires_at: Date; decided: number[] }[]
    >(
      `SELECT c.number, c.person_id, c.intended_at, c.expires_at,
              array(SELECT r.days FROM certification.registration_reminder r WHERE r.number = c.number) AS decided
         FROM certification.certificate c
        WHERE c.status = 'valid' AND c.expires_at > $1 AND c.expires_at <= $2 AND c.number > $3
          AND NOT EXISTS (SELECT 1 FROM certification.certificate s WHERE s.replaces = c.number)
        ORDER BY c.number LIMIT $4`,
      [sqlTime(now), sqlTime(until), after, limit],
    );
    return rows.map((row) => ({
      number: row.number,
      personId: row.person_id,
      intendedAt: fromSqlTime(row.intended_at),
      expiresAt: fromSqlTime(row.expires_at),
      decided: row.decided,
    }));
  }

  /** False when this reminder was decided before (P2). */
  async addReminder(
    tx: Tx,
    number: string,
    days: number,
    outcome: 'sent' | 'overtaken',
    at: Instant,
  ): Promise<boolean> {
    const added = await tx.query<object[]>(
      `INSERT INTO certification.registration_reminder (number, days, outcome, at) VALUES ($1, $2, $3, $4)
       ON CONFLICT ON CONSTRAINT one_reminder_per_certificate_and_distance DO NOTHING RETURNING days`,
      [number, days, outcome, sqlTime(at)],
    );
    return added.length > 0;
  }
}
