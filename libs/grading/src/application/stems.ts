import type { KeySheets } from '@hz/assembly/keys';
import type { FormId, LocalizedText } from '@hz/kernel';

interface Place {
  readonly formId: FormId;
  readonly itemRef: string;
}

/** The stems at these places; each form's sheet is read once. */
export async function stemsOf(
  keySheets: KeySheets,
  places: readonly Place[],
): Promise<(place: Place) => LocalizedText> {
  const forms = [...new Set(places.map(({ formId }) => formId))];
  const sheets = new Map(await Promise.all(forms.map(async (id) => [id, await keySheets.of(id)] as const)));
  return ({ formId, itemRef }) => {
    const item = sheets.get(formId)?.items.find(({ ref }) => ref === itemRef);
    if (item === undefined) throw new Error(`form ${formId} has no item ${itemRef}`);
    return item.stem;
  };
}
