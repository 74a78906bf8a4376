import { Injectable } from '@nestjs/common';
import { points, type FormId } from '@hz/kernel';
import {
  FormNotFound,
  type CandidateForm,
  type FormFilter,
  type FormOutline,
  type FormSummary,
  type FormView,
} from '../contract';
import { candidateFormOf, outlineSections } from '../domain/form-body';
import type { FormRow } from '../persistence/assembly.entities';
import { FormRepository } from '../persistence/form.repository';

/** Forms, for reading; nothing here can reach a key (P3). Published forms are frozen, so that they may be kept in memory. */
@Injectable()
export class Forms {
  private readonly published = new Map<FormId, FormRow>();

  constructor(private readonly forms: FormRepository) {}

  async list(filter: FormFilter): Promise<FormSummary[]> {
    return (await this.forms.list(filter)).map(summaryOf);
  }

  /** A form with its texts, for those who make exams. Throws FormNotFound. */
  async view(id: FormId): Promise<FormView> {
    const row = await this.find(id);
    return {
      ...summaryOf(row),
      seed: row.seed,
      sections: row.body.sections.map(({ items, ...section }) => ({ ...section, items: [...items] })),
    };
  }

  /** Throws FormNotFound. */
  async outline(id: FormId): Promise<FormOutline> {
    const row = await this.find(id);
    return { ...summaryOf(row), sections: outlineSections(row.body) };
  }

  /** What candidates receive, of a published form only. Throws FormNotFound. */
  async candidateForm(id: FormId): Promise<CandidateForm> {
    const row = await this.find(id);
    if (row.status !== 'published') throw new FormNotFound();
    return candidateFormOf(row.body);
  }

  private async find(id: FormId): Promise<FormRow> {
    const kept = this.published.get(id);
    if (kept !== undefined) return kept;
    const row = await this.forms.byId(id);
    if (row === null) throw new FormNotFound();
    if (row.status === 'published') this.published.set(id, row);
    return row;
  }
}

function summaryOf(row: FormRow): FormSummary {
  return {
    id: row.id,
    code: row.code,
    blueprintId: row.blueprintId,
    schemeVersionId: row.schemeVersionId,
    status: row.status,
    title: row.body.title,
    points: points(row.points),
    items: row.items,
    contentHash: row.contentHash,
    createdAt: row.createdAt,
    publishedAt: row.publishedAt,
  };
}
