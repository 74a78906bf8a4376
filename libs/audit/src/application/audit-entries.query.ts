import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor, fromSqlTime, LaggingReads, type Page } from '@hz/platform';
import type { AuditEntryView } from '../contract/audit-entry';

export interface AuditFilter {
  actor?: string | undefined;
  action?: string | undefined;
  objectId?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

interface Row {
  id: string;
  no: string | null;
  at: Date;
  actor: string;
  action: string;
  object_type: string;
  object_id: string;
  details: Record<string, unknown>;
  hash: string | null;
}

/** The trail, newest first; may lag. */
@Injectable()
export class AuditEntries {
  constructor(private readonly lagging: LaggingReads) {}

  async run({ actor, action, objectId, limit, cursor }: AuditFilter): Promise<Page<AuditEntryView>> {
    const after = decodeCursor(cursor);
    const rows = await this.lagging.run((read) =>
      read.query<Row[]>(
        `SELECT e.id, l.no, e.at, e.actor, e.action, e.object_type, e.object_id, e.details, l.hash
         FROM audit.entry e LEFT JOIN audit.link l ON l.entry_id = e.id
        WHERE ($1::text IS NULL OR e.actor = $1) AND ($2::text IS NULL OR starts_with(e.action, $2))
          AND ($3::text IS NULL OR e.object_id = $3)
          AND ($4::timestamptz IS NULL OR (e.at, e.id) < ($4, $5::uuid))
        ORDER BY e.at DESC, e.id DESC LIMIT $6`,
        [
          actor ?? null,
          action ?? null,
          objectId ?? null,
          after ? new Date(Number(after[0])) : null,
          after?.[1] ?? null,
          limit + 1,
        ],
      ),
    );
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      rows: shown.map(toView),
      nextCursor: rows.length > limit && last ? encodeCursor([last.at.getTime(), last.id]) : null,
      total: null,
    };
  }
}

function toView(row: Row): AuditEntryView {
  return {
    id: row.id,
    no: row.no === null ? null : Number(row.no),
    at: fromSqlTime(row.at),
    actor: row.actor,
    action: row.action,
    objectType: row.object_type,
    objectId: row.object_id,
    details: row.details,
    hash: row.hash,
  };
}
