import { Injectable } from '@nestjs/common';
import type { Instant } from '@hz/kernel';
import { fromSqlTime, newId, sqlTime, UnitOfWork, type CleanPicture, type Tx } from '@hz/platform';
import type { TemplateBody } from '../contract';

export interface TemplateVersion {
  readonly id: string;
  readonly scope: string;
  readonly version: number;
  readonly body: TemplateBody;
  readonly publishedAt: Instant;
}

interface RawVersion extends Omit<TemplateVersion, 'publishedAt'> {
  published_at: Date;
}

@Injectable()
export class TemplateRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async versionById(id: string): Promise<TemplateVersion | null> {
    const [row] = await this.uow.read.query<RawVersion[]>(
      'SELECT id, scope, version, body, published_at FROM certification.template_version WHERE id = $1',
      [id],
    );
    return row === undefined ? null : toVersion(row);
  }

  /** The newest version of each scope. */
  async newest(): Promise<TemplateVersion[]> {
    const rows = await this.uow.read.query<RawVersion[]>(
      `SELECT DISTINCT ON (scope) id, scope, version, body, published_at
         FROM certification.template_version ORDER BY scope, version DESC`,
    );
    return rows.map(toVersion);
  }

  /** The id of the newest version of the first scope that has one. */
  async currentId(tx: Tx, scopes: readonly string[]): Promise<string | null> {
    const [row] = await tx.query<{ id: string }[]>(
      `SELECT id FROM certification.template_version WHERE scope = ANY($1)
        ORDER BY array_position($1, scope), version DESC LIMIT 1`,
      [scopes],
    );
    return row?.id ?? null;
  }

  /** Adds the next version; of two at once one waits, and both get a number. */
  async publish(tx: Tx, scope: string, body: TemplateBody, at: Instant): Promise<{ id: string; version: number }> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 155))', [scope]);
    const [row] = await tx.query<{ id: string; version: number }[]>(
      `INSERT INTO certification.template_version (id, scope, version, body, published_at)
       SELECT $1, $2, coalesce(max(version), 0) + 1, $3, $4 FROM certification.template_version WHERE scope = $2
       RETURNING id, version`,
      [newId(), scope, JSON.stringify(body), sqlTime(at)],
    );
    return row!;
  }

  async drafts(): Promise<{ scope: string; body: TemplateBody; revision: number }[]> {
    return this.uow.read.query('SELECT scope, body, revision FROM certification.template_draft');
  }

  async lockDraft(tx: Tx, scope: string): Promise<{ body: TemplateBody; revision: number } | null> {
    const [row] = await tx.query<{ body: TemplateBody; revision: number }[]>(
      'SELECT body, revision FROM certification.template_draft WHERE scope = $1 FOR UPDATE',
      [scope],
    );
    return row ?? null;
  }

  /** Saves a draft over its revision `revision` (0: there is none yet); false when another save came first. */
  async saveDraft(tx: Tx, scope: string, body: TemplateBody, revision: number, at: Instant): Promise<boolean> {
    const given = [scope, JSON.stringify(body), sqlTime(at)];
    const rows =
      revision === 0
        ? await tx.query<object[]>(
            `INSERT INTO certification.template_draft (scope, body, revision, changed_at) VALUES ($1, $2, 1, $3)
             ON CONFLICT (scope) DO NOTHING RETURNING scope`,
            given,
          )
        : (
            await tx.query<[object[], number]>(
              `UPDATE certification.template_draft SET body = $2, revision = revision + 1, changed_at = $3
                WHERE scope = $1 AND revision = $4 RETURNING scope`,
              [...given, revision],
            )
          )[0];
    return rows.length > 0;
  }

  async removeDraft(tx: Tx, scope: string): Promise<void> {
    await tx.query('DELETE FROM certification.template_draft WHERE scope = $1', [scope]);
  }

  async addPicture(tx: Tx, hash: string, picture: CleanPicture, at: Instant): Promise<void> {
    await tx.query(
      `INSERT INTO certification.template_picture (hash, media_type, width, height, bytes, added_at)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (hash) DO NOTHING`,
      [hash, picture.mediaType, picture.width, picture.height, picture.bytes, sqlTime(at)],
    );
  }

  async pictures(hashes: readonly string[]): Promise<{ hash: string; mediaType: string; bytes: Buffer }[]> {
    return this.uow.read.query(
      'SELECT hash, media_type AS "mediaType", bytes FROM certification.template_picture WHERE hash = ANY($1)',
      [hashes],
    );
  }
}

function toVersion({ published_at, ...row }: RawVersion): TemplateVersion {
  return { ...row, publishedAt: fromSqlTime(published_at) };
}
