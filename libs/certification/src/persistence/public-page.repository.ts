import { Injectable } from '@nestjs/common';
import type { Instant, PersonId } from '@hz/kernel';
import { sqlTime, UnitOfWork, type Tx } from '@hz/platform';

export interface PublicPageRow {
  readonly personId: PersonId;
  readonly slug: string;
  readonly shown: boolean;
  readonly nameShown: 'whole' | 'masked';
  readonly achievementIds: readonly string[];
  readonly skillsShown: boolean;
}

const COLUMNS = `person_id AS "personId", slug, shown, name_shown AS "nameShown", achievement_ids AS "achievementIds",
  skills_shown AS "skillsShown"`;

@Injectable()
export class PublicPageRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async ofPerson(personId: PersonId): Promise<PublicPageRow | null> {
    const [row] = await this.uow.read.query<PublicPageRow[]>(
      `SELECT ${COLUMNS} FROM certification.public_page WHERE person_id = $1`,
      [personId],
    );
    return row ?? null;
  }

  /** A page that is shown. */
  async shownAt(slug: string): Promise<PublicPageRow | null> {
    const [row] = await this.uow.read.query<PublicPageRow[]>(
      `SELECT ${COLUMNS} FROM certification.public_page WHERE slug = $1 AND shown`,
      [slug],
    );
    return row ?? null;
  }

  /** False when somebody else has the address. */
  async put(tx: Tx, page: PublicPageRow, at: Instant): Promise<boolean> {
    const { personId, slug, shown, nameShown, achievementIds, skillsShown } = page;
    const taken = await tx.query<object[]>(
      'SELECT 1 FROM certification.public_page WHERE slug = $1 AND person_id <> $2 FOR UPDATE',
      [slug, personId],
    );
    if (taken.length > 0) return false;
    await tx.query(
      `INSERT INTO certification.public_page (person_id, slug, shown, name_shown, achievement_ids, skills_shown, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (person_id) DO UPDATE SET slug = excluded.slug, shown = excluded.shown, name_shown = excluded.name_shown,
         achievement_ids = excluded.achievement_ids, skills_shown = excluded.skills_shown, updated_at = excluded.updated_at`,
      [personId, slug, shown, nameShown, achievementIds, skillsShown, sqlTime(at)],
    );
    return true;
  }
}
