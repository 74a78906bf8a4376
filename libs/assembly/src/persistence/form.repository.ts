import { Injectable } from '@nestjs/common';
import { brokenConstraint, UnitOfWork, type Tx } from '@hz/platform';
import type { BlueprintId, FormId, Instant, ItemVersionId, SchemeVersionId } from '@hz/kernel';
import { FormOutOfDate, type FormFilter } from '../contract';
import type { FormBody } from '../domain/form-body';
import type { KeySheet } from '../domain/key-sheet';
import { FormRow, KeySheetRow } from './assembly.entities';

const HEAD = {
  id: true,
  code: true,
  blueprintId: true,
  schemeVersionId: true,
  status: true,
  seed: true,
  contentHash: true,
  points: true,
  items: true,
  createdAt: true,
  publishedAt: true,
  body: true,
} as const;

@Injectable()
export class FormRepository {
  constructor(private readonly uow: UnitOfWork) {}

  byId(id: FormId): Promise<FormRow | null> {
    return this.uow.read.findOne(FormRow, { where: { id }, select: HEAD });
  }

  async lock(tx: Tx, id: FormId): Promise<FormRow | null> {
    return tx.findOne(FormRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  list({ status, schemeVersion, blueprint }: FormFilter): Promise<FormRow[]> {
    return this.uow.read.find(FormRow, {
      where: {
        ...(status && { status }),
        ...(schemeVersion && { schemeVersionId: schemeVersion as SchemeVersionId }),
        ...(blueprint && { blueprintId: blueprint as BlueprintId }),
      },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: 200,
    });
  }

  /** In how many published forms each version stands (P11). Drafts do not count, so that the same seed gives the same form again. */
  async usesOf(ids: readonly ItemVersionId[]): Promise<Map<string, number>> {
    const rows = await this.uow.read.query<{ id: string; n: number }[]>(
      `SELECT i.item_version_id AS id, count(*)::int AS n
         FROM assembly.form_item i JOIN assembly.form f ON f.id = i.form_id AND f.status = 'published'
        WHERE i.item_version_id = ANY ($1) GROUP BY 1`,
      [ids],
    );
    return new Map(rows.map(({ id, n }) => [id, n]));
  }

  /** The form, its items and its keys. Throws FormOutOfDate when an item is no exam item any more (P11). */
  async add(tx: Tx, row: FormRow, keys: KeySheet, keysHash: string): Promise<void> {
    await tx.insert(FormRow, row);
    const placed = itemsOf(row.body);
    await tx
      .query(
        `INSERT INTO assembly.form_item (form_id, item_version_id, ref, position)
         SELECT $1, t.id, t.ref, t.no FROM unnest($2::uuid[], $3::text[]) WITH ORDINALITY AS t (id, ref, no)`,
        [row.id, placed.map(({ itemVersionId }) => itemVersionId), placed.map(({ ref }) => ref)],
      )
      .catch((error: unknown) => {
        throw brokenConstraint(error) === 'form_takes_exam_items' ? new FormOutOfDate() : error;
      });
    await tx.insert(KeySheetRow, { formId: row.id, body: keys, contentHash: keysHash });
  }

  async publish(tx: Tx, id: FormId, at: Instant): Promise<void> {
    await tx.update(FormRow, { id }, { status: 'published', publishedAt: at });
  }

  keySheet(formId: FormId): Promise<KeySheetRow | null> {
    return this.uow.read.findOneBy(KeySheetRow, { formId });
  }
}

function itemsOf(body: FormBody) {
  return body.sections.flatMap(({ items }) => items);
}
