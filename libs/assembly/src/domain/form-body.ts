import {
  addPoints,
  ITEM_TYPES,
  shuffled,
  type ComponentCode,
  type ItemBody,
  type LocalizedText,
  type Points,
} from '@hz/kernel';
import type { BlueprintBody, CandidateForm, FormOutline } from '../contract';
import type { CandidateItem } from './candidate-item';

export interface FormBodyItem {
  /** `i01`, `i02` …: how responses name the item. Says nothing about it. */
  readonly ref: string;
  readonly itemVersionId: string;
  readonly skillId: string;
  readonly points: Points;
  readonly body: ItemBody;
}

export interface FormBodySection {
  readonly id: string;
  readonly component: ComponentCode;
  readonly title: LocalizedText;
  readonly items: readonly FormBodyItem[];
}

/** A form (试卷) as it is stored and frozen; keys stand in its key sheet. */
export interface FormBody {
  readonly formId: string;
  readonly title: LocalizedText;
  readonly sections: readonly FormBodySection[];
}

export interface PlacedItem {
  readonly sectionId: string;
  readonly itemVersionId: string;
}

/** Puts the chosen items in their places: by section, within it by type as in printed exams, within a type as `seed` has it. */
export function placesOf(
  body: BlueprintBody,
  chosen: readonly { sectionId: string; item: CandidateItem }[],
  seed: string,
): PlacedItem[] {
  return body.sections.flatMap(({ id }) => {
    const sorted = chosen
      .filter(({ sectionId }) => sectionId === id)
      .map(({ item }) => item)
      .sort((a, b) => (a.code < b.code ? -1 : 1));
    const mixed = shuffled(sorted, `${seed}/${id}`);
    return ITEM_TYPES.flatMap((type) => mixed.filter((item) => item.type === type)).map(({ itemVersionId }) => ({
      sectionId: id,
      itemVersionId,
    }));
  });
}

interface TextOfItem {
  readonly skillId: string;
  readonly points: Points;
  readonly body: ItemBody;
}

export function formBody(
  formId: string,
  blueprint: BlueprintBody,
  places: readonly PlacedItem[],
  textOf: (itemVersionId: string) => TextOfItem,
): FormBody {
  const width = places.length > 99 ? 3 : 2;
  const items = places.map(({ sectionId, itemVersionId }, index) => {
    const { skillId, points, body } = textOf(itemVersionId);
    return {
      sectionId,
      item: { ref: `i${String(index + 1).padStart(width, '0')}`, itemVersionId, skillId, points, body },
    };
  });
  return {
    formId,
    title: blueprint.title,
    sections: blueprint.sections.map(({ id, component, title }) => ({
      id,
      component,
      title,
      items: items.filter(({ sectionId }) => sectionId === id).map(({ item }) => item),
    })),
  };
}

/** The candidate's part, picked field by field (P3). */
export function candidateFormOf({ formId, title, sections }: FormBody): CandidateForm {
  return {
    formId,
    title,
    sections: sections.map((section) => ({
      id: section.id,
      component: section.component,
      title: section.title,
      items: section.items.map(({ ref, points, body: { stem, interaction } }) => ({
        ref,
        points,
        body: { stem, interaction },
      })),
    })),
  };
}

export function outlineSections({ sections }: FormBody): FormOutline['sections'] {
  return sections.map((section) => ({
    id: section.id,
    component: section.component,
    title: section.title,
    points: addPoints(...section.items.map(({ points }) => points)),
    items: section.items.map(({ ref, points, body }) => ({ ref, points, type: body.interaction.type })),
  }));
}

export function totalPoints({ sections }: FormBody): Points {
  return addPoints(...sections.flatMap(({ items }) => items.map(({ points }) => points)));
}
