import { Injectable } from '@nestjs/common';
import type { ItemVersionId } from '@hz/kernel';
import { ItemNotFound } from '../contract';
import { ItemSearchRepository, type ItemDocument, type ItemFacts } from '../persistence/item-search.repository';

/** What assembly takes from a bank. Only items of the pool `exam` come into question (P11). */
@Injectable()
export class ExamItems {
  constructor(private readonly repository: ItemSearchRepository) {}

  /** Every live exam item of a bank, by code, without body and key. */
  facts(bankId: string): Promise<ItemFacts[]> {
    return this.repository.facts(bankId, 'exam');
  }

  /** These versions with body and key, in the order of the ids. Throws ItemNotFound when one is missing or no exam item. */
  async withKeys(ids: readonly ItemVersionId[]): Promise<ItemDocument[]> {
    const byId = new Map((await this.repository.byVersionIds(ids)).map((item) => [item.versionId, item]));
    return ids.map((id) => {
      const item = byId.get(id);
      if (item?.pool !== 'exam') throw new ItemNotFound({ itemVersion: id });
      return item;
    });
  }
}
