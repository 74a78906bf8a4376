import { Injectable } from '@nestjs/common';
import { LaggingReads, UnitOfWork } from '@hz/platform';
import { isUuid } from '@hz/kernel';
import type {
  CognitiveLevel,
  InteractionType,
  ItemBody,
  ItemId,
  ItemVersionId,
  Level,
  LocalizedText,
  Points,
  Pool,
} from '@hz/kernel';
import type { ItemFilter } from '../contract';
import type { ItemKey } from '../domain/item';

/** A published version with its item, without body and key. */
export interface ItemFacts {
  readonly id: ItemId;
  readonly versionId: ItemVersionId;
  readonly version: number;
  readonly code: string;
  readonly bankId: string;
  readonly pool: Pool;
  readonly status: 'live' | 'retired';
  readonly type: InteractionType;
  readonly skillId: string;
  readonly level: Level;
  readonly cognitive: CognitiveLevel;
  readonly facility: string;
  readonly points: Points;
  readonly seconds: number;
}

export interface ItemDocument extends ItemFacts {
  readonly body: ItemBody;
  readonly key: ItemKey;
  readonly source: LocalizedText;
  readonly publishedAt: Date | null;
  readonly versionStatus: 'draft' | 'published' | 'retired';
}

// trim_scale: numeric(16,4) would read "2.0000", and points are written without trailing zeros.
const FACTS = `i.id, v.id AS "versionId", v.version, i.code, i.bank_id AS "bankId", i.pool, i.status, v.type,
  v.skill_id AS "skillId", v.level, v.cognitive, v.facility::text AS facility, trim_scale(v.points)::text AS points, v.seconds`;
const FROM = 'FROM item_bank.item i JOIN item_bank.item_version v ON v.item_id = i.id';
const FILTER = `v.status = 'published'
  AND ($1::text IS NULL OR i.bank_id = $1) AND ($2::text IS NULL OR v.skill_id = $2) AND ($3::text IS NULL OR v.level = $3)
  AND ($4::text IS NULL OR v.type = $4) AND ($5::text IS NULL OR i.pool = $5) AND ($6::text IS NULL OR v.search ILIKE $6)`;

@Injectable()
export class ItemSearchRepository {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly lagging: LaggingReads,
  ) {}

  /** Published versions after `afterCode`, by code, with their stems; may lag. */
  list(filter: ItemFilter, afterCode: string | null, limit: number) {
    return this.lagging.run((read) =>
      read.query<(ItemFacts & { stem: LocalizedText })[]>(
        `SELECT ${FACTS}, v.body -> 'stem' AS stem ${FROM} WHERE ${FILTER} AND ($7::text IS NULL OR i.code > $7) ORDER BY i.code LIMIT $8`,
        [...parametersOf(filter), afterCode, limit],
      ),
    );
  }

  async count(filter: ItemFilter): Promise<number> {
    const [row] = await this.lagging.run((read) =>
      read.query<{ n: number }[]>(`SELECT count(*)::int AS n ${FROM} WHERE ${FILTER}`, parametersOf(filter)),
    );
    return row!.n;
  }

  /** The facts of every live item of a bank and pool, by code. */
  facts(bankId: string, pool: Pool): Promise<ItemFacts[]> {
    return this.uow.read.query<ItemFacts[]>(
      `SELECT ${FACTS} ${FROM} WHERE v.status = 'published' AND i.status = 'live' AND i.bank_id = $1 AND i.pool = $2 ORDER BY i.code`,
      [bankId, pool],
    );
  }

  /** The newest version of the item with this id or code that is not a draft, and all versions; null when there is no such item. */
  async document(idOrCode: string) {
    const condition = isUuid(idOrCode) ? 'i.id = $1' : 'i.code = $1';
    const [newest] = await this.documents(`${condition} AND v.status <> 'draft'`, [idOrCode]);
    if (newest === undefined) return null;
    const versions = await this.uow.read.query<
      { id: string; version: number; status: ItemDocument['versionStatus'] }[]
    >('SELECT id, version, status FROM item_bank.item_version WHERE item_id = $1 ORDER BY version DESC', [newest.id]);
    return { newest, versions };
  }

  /** These versions, whatever their status, in no particular order. */
  byVersionIds(ids: readonly ItemVersionId[]): Promise<ItemDocument[]> {
    return this.documents('v.id = ANY($1)', [ids]);
  }

  private documents(condition: string, parameters: unknown[]): Promise<ItemDocument[]> {
    return this.uow.read.query<ItemDocument[]>(
      `SELECT ${FACTS}, v.body, v.key, v.source, v.published_at AS "publishedAt", v.status AS "versionStatus"
         ${FROM} WHERE ${condition} ORDER BY v.version DESC`,
      parameters,
    );
  }
}

function parametersOf({ bank, skill, level, type, pool, search }: ItemFilter): (string | null)[] {
  const words = search?.trim();
  const pattern = words ? `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%` : null;
  return [bank ?? null, skill ?? null, level ?? null, type ?? null, pool ?? null, pattern];
}
