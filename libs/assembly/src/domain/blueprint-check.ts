import type { ComponentCode, FieldProblem } from '@hz/kernel';
import type { BlueprintBody } from '../contract';

/** What exists, for a blueprint to name. */
export interface KnownNames {
  readonly skills: ReadonlySet<string>;
  readonly components: readonly ComponentCode[];
  readonly roles: ReadonlySet<string>;
}

/** Everything that a blueprint names but that does not exist; empty when it is sound. */
export function unknownNames(body: BlueprintBody, known: KnownNames): FieldProblem[] {
  const bank = known.roles.has(body.bank) ? [] : [unknown('/bank', body.bank)];
  const inSections = body.sections.flatMap((section, index) => {
    const at = `/sections/${index}`;
    const skills = [...(section.skills ?? []), ...section.mix.flatMap((cell) => (cell.by === 'skill' ? cell.of : []))];
    return [
      ...(known.components.includes(section.component) ? [] : [unknown(`${at}/component`, section.component)]),
      ...skills.filter((skill) => !known.skills.has(skill)).map((skill) => unknown(at, skill)),
    ];
  });
  return [...bank, ...inSections];
}

function unknown(pointer: string, name: string): FieldProblem {
  return { pointer, code: 'assembly.unknown-name', detail: name };
}
