import { Injectable } from '@nestjs/common';
import type { DeedOf } from '@hz/audit';
import type { Principal } from '@hz/kernel';
import { enteredSections, type PageIdentity, type PaperKeys } from '../contract';
import type { AttemptRow } from '../persistence/attempt.entity';
import { SealedPapers } from './sealed-papers';
import { assertPageKey, wrapKeys } from './wrap-keys';

type Page = Pick<PageIdentity, 'pageKey'>;

/**
 * Hands out the keys of a paper: only of sections that are entered (R8), wrapped for the page that asks, and on record in the transaction
 * of what it is given with.
 */
@Injectable()
export class PaperKeysDesk {
  constructor(private readonly papers: SealedPapers) {}

  /** To be asked before anything is written. Throws PageKeyUnusable. */
  check({ pageKey }: Page): void {
    if (pageKey !== undefined) assertPageKey(pageKey);
  }

  /** What the audit entry says of the keys that go with the deed. */
  recorded({ sectionState }: AttemptRow, { pageKey }: Page): { keysOf?: string[] } {
    return pageKey === undefined || sectionState === null ? {} : { keysOf: enteredSections(sectionState) };
  }

  /** The record of keys that are given again without any other deed: the reply before was lost. Null where the page asked for none. */
  repeated(who: Principal, attempt: AttemptRow, page: Page): DeedOf | null {
    if (page.pageKey === undefined) return null;
    const object = { type: 'attempt', id: attempt.id };
    return { who, action: 'delivery.paper-keys-repeated', object, details: this.recorded(attempt, page) };
  }

  /** The keys, after the commit. Null where the page asked for none. */
  async of(attempt: AttemptRow, { pageKey }: Page): Promise<PaperKeys | null> {
    if (pageKey === undefined || attempt.sectionState === null) return null;
    const { digest, keys } = await this.papers.opened(attempt.sessionId, attempt.formId);
    const given = new Map(enteredSections(attempt.sectionState).map((id) => [id, keys.get(id)!]));
    return wrapKeys({ attemptId: attempt.id, digest, pageKey }, given);
  }
}
