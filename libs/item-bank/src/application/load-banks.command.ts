import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Framework, yamlFilesIn, type ContentProblem } from '@hz/competency';
import { Clock, type LocalizedText, type Principal } from '@hz/kernel';
import { UnitOfWork, type Tx } from '@hz/platform';
import { contentHash } from '../domain/item';
import { mayMovePool } from '../domain/pools';
import { ItemRepository, type StoredItem } from '../persistence/item.repository';
import { fingerprint, searchText } from './fingerprint';
import { imagesIn } from './markdown-check';
import { readItemFile, type ReadItem } from './read-item-file';

export interface BanksReport {
  readonly files: number;
  /** Entries that stand in the bank now. */
  readonly loaded: number;
  /** Versions that were published because they are new or changed. */
  readonly published: number;
  readonly problems: readonly ContentProblem[];
}

const ITEMS_PER_TRANSACTION = 100;

/**
 * Publishes the items in the files of `<folder>/items`, with the images of `<folder>/images`. A wrong entry is reported by file and
 * line, the rest is loaded. What is stored already stays as it is; changed content becomes the next version (P5).
 */
@Injectable()
export class LoadBanks {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly items: ItemRepository,
    private readonly framework: Framework,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async run(who: Principal, folder: string): Promise<BanksReport> {
    const files = yamlFilesIn(join(folder, 'items'));
    const read = files.map(({ name, text }) => readItemFile(name, text, imagesIn(folder)));
    const roles = await this.roleNames();
    const skills = new Set((await this.framework.skills()).map(({ id }) => id));
    const sound = accept(
      read.flatMap(({ items }) => items),
      { roles, skills },
    );
    const stored = new Map(
      (await this.items.stored(sound.items.map(({ entry }) => entry.id))).map((item) => [item.code, item]),
    );
    const stays = sound.items.filter((item) => staysWhereItIs(item, stored.get(item.entry.id)));
    const moved = sound.items
      .filter((item) => !stays.includes(item))
      .map((item) => refused(item, movedMessage(item, stored)));
    const changed = stays.filter((item) => isNew(item, stored.get(item.entry.id)));
    for (let start = 0; start < changed.length; start += ITEMS_PER_TRANSACTION) {
      await this.publish(who, changed.slice(start, start + ITEMS_PER_TRANSACTION), roles);
    }
    return {
      files: files.length,
      loaded: stays.length,
      published: changed.length,
      problems: [...read.flatMap(({ problems }) => problems), ...sound.problems, ...moved],
    };
  }

  private publish(
    who: Principal,
    items: readonly ReadItem[],
    roles: ReadonlyMap<string, LocalizedText>,
  ): Promise<void> {
    return this.uow.run(async (tx) => {
      for (const bank of new Set(items.map((item) => item.bank)))
        await this.items.ensureBank(tx, bank, roles.get(bank)!);
      for (const item of items) await this.publishOne(tx, who, item);
    });
  }

  private async publishOne(tx: Tx, who: Principal, { bank, entry, content }: ReadItem): Promise<void> {
    const at = this.clock.now();
    const item = await this.items.lock(tx, { code: entry.id, bankId: bank, pool: entry.pool, at });
    if (item.pool !== entry.pool) await this.items.movePool(tx, item.id, entry.pool);
    const hash = contentHash(content);
    if (item.contentHash === hash) return;
    const search = searchText(entry.id, content.body);
    const versionId = await this.items.publishNext(tx, item, { ...content, contentHash: hash, search }, at);
    await this.audit.record(
      tx,
      who,
      'item-bank.version-published',
      { type: 'item-version', id: versionId },
      { code: entry.id, version: item.version + 1, contentHash: hash },
    );
  }

  private async roleNames(): Promise<Map<string, LocalizedText>> {
    const { domains } = await this.framework.overview();
    const roles = domains.flatMap(({ directions }) => directions.flatMap((direction) => direction.roles));
    return new Map(roles.map(({ id, name }) => [id, name]));
  }
}

/** The items that fit into the framework and are no repetition of an earlier one; the others as problems. */
function accept(
  items: readonly ReadItem[],
  known: { roles: ReadonlyMap<string, unknown>; skills: ReadonlySet<string> },
) {
  const byCode = new Map<string, ReadItem>();
  const byFingerprint = new Map<string, ReadItem>();
  const problems: ContentProblem[] = [];
  const sound = items.filter((item) => {
    const print = fingerprint(item.content.body);
    const fault = faultOf(item, known, byCode.get(item.entry.id), byFingerprint.get(print));
    if (fault !== null) problems.push(refused(item, fault));
    else {
      byCode.set(item.entry.id, item);
      byFingerprint.set(print, item);
    }
    return fault === null;
  });
  return { items: sound, problems };
}

function faultOf(
  { bank, entry }: ReadItem,
  known: { roles: ReadonlyMap<string, unknown>; skills: ReadonlySet<string> },
  sameCode: ReadItem | undefined,
  sameText: ReadItem | undefined,
): string | null {
  if (!known.roles.has(bank)) return `there is no role ${bank} that a bank could belong to`;
  if (!known.skills.has(entry.skill)) return `there is no skill ${entry.skill}`;
  if (sameCode !== undefined) return `the id stands in ${sameCode.file}:${sameCode.line} already`;
  if (sameText === undefined) return null;
  const mirrors = sameText.entry.pool === entry.pool ? 'repeats' : 'would show candidates beforehand';
  return `${mirrors} ${sameText.entry.id} (${sameText.file}:${sameText.line})`;
}

function staysWhereItIs({ bank, entry }: ReadItem, stored: StoredItem | undefined): boolean {
  return stored === undefined || (stored.bankId === bank && mayMovePool(stored.pool, entry.pool));
}

function movedMessage({ bank, entry }: ReadItem, stored: ReadonlyMap<string, StoredItem>): string {
  const before = stored.get(entry.id)!;
  if (before.bankId !== bank) return `the id belongs to the bank ${before.bankId}`;
  return `an item of the pool ${before.pool} cannot go to ${entry.pool}: write a new item`;
}

function isNew({ entry, content }: ReadItem, stored: StoredItem | undefined): boolean {
  return stored === undefined || stored.pool !== entry.pool || stored.contentHash !== contentHash(content);
}

function refused({ file, line, entry }: ReadItem, message: string): ContentProblem {
  return { file, line, message: `${entry.id}: ${message}` };
}
