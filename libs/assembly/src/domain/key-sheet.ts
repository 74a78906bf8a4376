import type { ComponentCode, Level, LocalizedText, Points } from '@hz/kernel';
import type { ResponseRule, Rubric } from '@hz/scoring/contract';
import type { FormBody } from './form-body';

/** What the bank's key of an item adds to a form's item. */
export interface KeyOfItem {
  readonly itemId: string;
  readonly level: Level;
  readonly key: {
    readonly rule: ResponseRule;
    readonly rationale: LocalizedText;
    readonly optionRationales: Readonly<Record<string, LocalizedText>>;
    readonly rubric?: Rubric;
    readonly exemplar?: LocalizedText;
  };
}

export interface KeySheetItem {
  readonly ref: string;
  readonly itemVersionId: string;
  readonly itemId: string;
  readonly section: string;
  readonly component: ComponentCode;
  readonly skillId: string;
  readonly level: Level;
  readonly points: Points;
  readonly rule: ResponseRule;
  readonly rubric?: Rubric;
  readonly exemplar?: LocalizedText;
  readonly rationale: LocalizedText;
  readonly optionRationales: Readonly<Record<string, LocalizedText>>;
  /** For markers, who see the response without the form. */
  readonly stem: LocalizedText;
}

/** The keys of a form, in the order of its items: what scoring and marking need, and candidates never get (P3). */
export interface KeySheet {
  readonly formId: string;
  readonly items: readonly KeySheetItem[];
}

export function keySheet(form: FormBody, keyOf: (itemVersionId: string) => KeyOfItem): KeySheet {
  return {
    formId: form.formId,
    items: form.sections.flatMap(({ id, component, items }) =>
      items.map((item) => {
        const { itemId, level, key } = keyOf(item.itemVersionId);
        return {
          ref: item.ref,
          itemVersionId: item.itemVersionId,
          itemId,
          section: id,
          component,
          skillId: item.skillId,
          level,
          points: item.points,
          rule: key.rule,
          ...(key.rubric && { rubric: key.rubric }),
          ...(key.exemplar && { exemplar: key.exemplar }),
          rationale: key.rationale,
          optionRationales: key.optionRationales,
          stem: item.body.stem,
        };
      }),
    ),
  };
}
