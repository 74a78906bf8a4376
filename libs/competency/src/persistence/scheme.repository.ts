import { Injectable } from '@nestjs/common';
import { fromSqlTime, LaggingReads, newId, UnitOfWork, type Tx } from '@hz/platform';
import type { Instant, Level, LocalizedText, SchemeId, SchemeVersionId } from '@hz/kernel';
import type { SchemeBody, SchemeFilter, SchemeStatus, SchemeView } from '../contract';
import { SchemeRow, SchemeVersionRow } from './scheme.entities';

interface ViewRow {
  id: string;
  version_id: string;
  version: number;
  code: string;
  role_id: string;
  role_name: LocalizedText;
  level: Level;
  status: SchemeStatus;
  published_at: Date | null;
  body: SchemeBody;
}

const VIEW = `
  SELECT s.id, v.id AS version_id, v.version, s.code, s.role_id, r.name AS role_name, s.level, v.status, v.published_at, v.body
    FROM competency.scheme s
    JOIN competency.scheme_version v ON v.scheme_id = s.id
    JOIN competency.role r ON r.id = s.role_id`;

@Injectable()
export class SchemeRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly lagging: LaggingReads,
  ) {}

  /** The public list, which may lag. */
  async published({ role, level }: SchemeFilter): Promise<SchemeView[]> {
    const rows = await this.lagging.run((read) =>
      read.query<ViewRow[]>(
        `${VIEW} WHERE v.status = 'published' AND ($1::text IS NULL OR s.role_id = $1) AND ($2::text IS NULL OR s.level = $2)
          ORDER BY r.no, s.level DESC`,
        [role ?? null, level ?? null],
      ),
    );
    return rows.map(toView);
  }

  /** The published version of a scheme, found by the scheme's id or code. */
  async publishedOf(idOrCode: string): Promise<SchemeView | null> {
    const [row] = await this.uow.read.query<ViewRow[]>(
      `${VIEW} WHERE (s.id::text = $1 OR s.code = $1) AND v.status = 'published'`,
      [idOrCode],
    );
    return row === undefined ? null : toView(row);
  }

  /** Any version, retired ones too. */
  async versionById(id: string): Promise<SchemeView | null> {
    const [row] = await this.uow.read.query<ViewRow[]>(`${VIEW} WHERE v.id = $1`, [id]);
    return row === undefined ? null : toView(row);
  }

  /** The scheme of this code, made if need be and locked, with its newest version. */
  async lock(tx: Tx, wanted: { code: string; roleId: string; level: Level }) {
    await tx.query(
      `INSERT INTO competency.scheme (id, code, role_id, level) VALUES ($1, $2, $3, $4)
       ON CONFLICT ON CONSTRAINT one_scheme_per_code DO NOTHING`,
      [newId(), wanted.code, wanted.roleId, wanted.level],
    );
    const scheme = await tx.findOneOrFail(SchemeRow, {
      where: { code: wanted.code },
      lock: { mode: 'pessimistic_write' },
    });
    const newest = await tx.findOne(SchemeVersionRow, { where: { schemeId: scheme.id }, order: { version: 'DESC' } });
    return { scheme, newest };
  }

  /** Retires the published version, if there is one, and publishes this body as the next. */
  async publishNext(
    tx: Tx,
    schemeId: SchemeId,
    next: { version: number; body: SchemeBody; contentHash: string; at: Instant },
  ): Promise<SchemeVersionId> {
    await tx.update(SchemeVersionRow, { schemeId, status: 'published' }, { status: 'retired' });
    const id = newId<SchemeVersionId>();
    await tx.insert(SchemeVersionRow, {
      id,
      schemeId,
      version: next.version,
      status: 'published',
      // TypeORM's insert type recurses into the rule's tree without end; the column's own type has been checked above.
      body: next.body as object,
      contentHash: next.contentHash,
      publishedAt: next.at,
    });
    return id;
  }
}

function toView(row: ViewRow): SchemeView {
  return {
    id: row.id,
    versionId: row.version_id,
    version: row.version,
    code: row.code,
    roleId: row.role_id,
    roleName: row.role_name,
    level: row.level,
    status: row.status,
    publishedAt: fromSqlTime(row.published_at),
    body: row.body,
  };
}
