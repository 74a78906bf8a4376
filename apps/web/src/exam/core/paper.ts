import type { ItemBody, LocalizedText } from '@hz/kernel';
import type { CandidateForm } from '@hz/assembly/contract';

export interface PaperItem {
  readonly ref: string;
  /** Counted over the whole form, from 1. */
  readonly number: number;
  readonly sectionId: string;
  readonly points: string;
  readonly body: ItemBody;
}

export interface PaperSection {
  readonly id: string;
  readonly title: LocalizedText;
  readonly refs: readonly string[];
}

/** The form as the player walks through it. */
export interface Paper {
  readonly title: LocalizedText;
  readonly sections: readonly PaperSection[];
  readonly items: ReadonlyMap<string, PaperItem>;
}

export function paperOf(form: CandidateForm): Paper {
  const items = new Map<string, PaperItem>();
  const sections = form.sections.map((section) => {
    for (const { ref, points, body } of section.items) {
      items.set(ref, { ref, number: items.size + 1, sectionId: section.id, points, body });
    }
    return { id: section.id, title: section.title, refs: section.items.map(({ ref }) => ref) };
  });
  return { title: form.title, sections, items };
}

/** The item of a ref that the form is known to hold. */
export function itemOf(paper: Paper, ref: string): PaperItem {
  const item = paper.items.get(ref);
  if (item === undefined) throw new RangeError(`no item ${ref}`);
  return item;
}

export function sectionOf(paper: Paper, ref: string): PaperSection {
  const { sectionId } = itemOf(paper, ref);
  return paper.sections.find(({ id }) => id === sectionId)!;
}
