import { Injectable } from '@nestjs/common';
import { decodeCursor, encodeCursor, fromSqlTime, type Page } from '@hz/platform';
import { ItemNotFound, type BankView, type ItemFilter, type ItemSummary, type ItemWithBody } from '../contract';
import type { ItemKey } from '../domain/item';
import { ItemRepository } from '../persistence/item.repository';
import { ItemSearchRepository, type ItemFacts } from '../persistence/item-search.repository';

/** The bank as authors and reviewers browse it. */
@Injectable()
export class Items {
  constructor(
    private readonly repository: ItemSearchRepository,
    private readonly items: ItemRepository,
  ) {}

  /** Published versions by code. */
  async list(filter: ItemFilter, page: { limit: number; cursor?: string | undefined }): Promise<Page<ItemSummary>> {
    const after = decodeCursor(page.cursor)?.[0];
    const rows = await this.repository.list(filter, after === undefined ? null : String(after), page.limit + 1);
    const shown = rows.slice(0, page.limit);
    const last = shown.at(-1);
    return {
      rows: shown.map((row) => ({ ...summary(row), stem: row.stem })),
      nextCursor: rows.length > page.limit && last ? encodeCursor([last.code]) : null,
      total: await this.repository.count(filter),
    };
  }

  /** An item with its newest version and that version's key. Throws ItemNotFound. */
  async withKey(idOrCode: string): Promise<ItemWithBody & { key: ItemKey }> {
    const found = await this.repository.document(idOrCode);
    if (found === null) throw new ItemNotFound({ item: idOrCode });
    const { newest, versions } = found;
    return {
      ...summary(newest),
      stem: newest.body.stem,
      body: newest.body,
      source: newest.source,
      publishedAt: fromSqlTime(newest.publishedAt),
      versions,
      key: newest.key,
    };
  }

  async banks(): Promise<BankView[]> {
    const banks = new Map<string, BankView>();
    for (const { id, name, pool, n } of await this.items.banks()) {
      const bank = banks.get(id) ?? { id, name, items: 0, byPool: { practice: 0, exam: 0, pretest: 0 } };
      if (pool !== null) bank.byPool[pool] = n;
      banks.set(id, { ...bank, items: bank.items + n });
    }
    return [...banks.values()];
  }
}

function summary(facts: ItemFacts): Omit<ItemSummary, 'stem'> {
  return {
    id: facts.id,
    versionId: facts.versionId,
    version: facts.version,
    code: facts.code,
    bankId: facts.bankId,
    pool: facts.pool,
    status: facts.status,
    type: facts.type,
    skillId: facts.skillId,
    level: facts.level,
    cognitive: facts.cognitive,
    facility: facts.facility,
    points: facts.points,
    seconds: facts.seconds,
  };
}
