import { Injectable } from '@nestjs/common';
import { newId, UnitOfWork, type Tx } from '@hz/platform';
import type { Instant, ItemId, ItemVersionId, LocalizedText, Pool } from '@hz/kernel';
import type { ItemContent } from '../domain/item';
import { ItemRow, ItemVersionRow } from './item.entities';

/** What of an item is stored: enough to tell whether a file brings anything new. */
export interface StoredItem {
  readonly id: ItemId;
  readonly code: string;
  readonly bankId: string;
  readonly pool: Pool;
  readonly version: number;
  readonly contentHash: string | null;
}

@Injectable()
export class ItemRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** The stored items with these codes; `contentHash` is that of the published version, null where there is none. */
  async stored(codes: readonly string[]): Promise<StoredItem[]> {
    return this.uow.read.query<StoredItem[]>(STORED, [codes]);
  }

  async ensureBank(tx: Tx, id: string, name: LocalizedText): Promise<void> {
    await tx.query(
      `INSERT INTO item_bank.bank AS b (id, name) VALUES ($1, $2)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name WHERE b.name IS DISTINCT FROM excluded.name`,
      [id, JSON.stringify(name)],
    );
  }

  /** The item of this code, made if need be, and locked. */
  async lock(tx: Tx, wanted: { code: string; bankId: string; pool: Pool; at: Instant }): Promise<StoredItem> {
    await tx
      .createQueryBuilder()
      .insert()
      .into(ItemRow)
      .values({
        id: newId<ItemId>(),
        code: wanted.code,
        bankId: wanted.bankId,
        pool: wanted.pool,
        status: 'live',
        createdAt: wanted.at,
      })
      .orIgnore()
      .execute();
    await tx.query('SELECT 1 FROM item_bank.item WHERE code = $1 FOR UPDATE', [wanted.code]);
    const [item] = await tx.query<StoredItem[]>(STORED, [[wanted.code]]);
    return item!;
  }

  async movePool(tx: Tx, id: ItemId, pool: Pool): Promise<void> {
    await tx.update(ItemRow, { id }, { pool });
  }

  /** Retires the published version, if there is one, and publishes this content as the next. */
  async publishNext(
    tx: Tx,
    item: StoredItem,
    content: ItemContent & { contentHash: string; search: string },
    at: Instant,
  ): Promise<ItemVersionId> {
    await tx.update(ItemVersionRow, { itemId: item.id, status: 'published' }, { status: 'retired' });
    const id = newId<ItemVersionId>();
    await tx.insert(ItemVersionRow, {
      id,
      itemId: item.id,
      version: item.version + 1,
      type: content.body.interaction.type,
      // TypeORM's insert type takes unions of documents apart; these two were checked by their schemas.
      body: content.body as object,
      key: content.key as object,
      skillId: content.skillId,
      level: content.level,
      cognitive: content.cognitive,
      facility: content.facility,
      points: content.points,
      seconds: content.seconds,
      source: content.source,
      contentHash: content.contentHash,
      search: content.search,
      status: 'published',
      publishedAt: at,
    });
    return id;
  }

  banks() {
    return this.uow.read.query<{ id: string; name: LocalizedText; pool: Pool | null; n: number }[]>(
      `SELECT b.id, b.name, i.pool, count(i.id)::int AS n
         FROM item_bank.bank b LEFT JOIN item_bank.item i ON i.bank_id = b.id AND i.status = 'live'
        GROUP BY b.id, i.pool ORDER BY b.id, i.pool`,
    );
  }
}

const STORED = `
  SELECT i.id, i.code, i.bank_id AS "bankId", i.pool,
         coalesce((SELECT max(v.version) FROM item_bank.item_version v WHERE v.item_id = i.id), 0) AS version,
         (SELECT v.content_hash FROM item_bank.item_version v WHERE v.item_id = i.id AND v.status = 'published') AS "contentHash"
    FROM item_bank.item i WHERE i.code = ANY($1)`;
