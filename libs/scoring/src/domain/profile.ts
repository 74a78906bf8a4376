import { addPoints, COMPONENT_CODES, percentOf, type ComponentCode, type Points } from '@hz/kernel';
import type { Profile, ScorableItem } from '../contract';

/** What an item counts for, and what was gained in it; null while a marker has not been there. */
export interface ItemPoints {
  readonly ref: string;
  readonly points: Points | null;
}

/**
 * Adds the points of a form by component and by skill. Takes the points of machine and markers alike; an item without an entry, or
 * with null, is pending. Percentages are of what the part can give at most, so the order of items or entries does not matter.
 */
export function profileOf(
  items: readonly Pick<ScorableItem, 'ref' | 'component' | 'skillId' | 'points'>[],
  gained: readonly ItemPoints[],
): Profile {
  const pointsByRef = new Map(gained.map((entry) => [entry.ref, entry.points]));
  const rows = items.map((item) => ({ ...item, gained: pointsByRef.get(item.ref) ?? null }));
  const bySkill = groupBy(rows, (row) => row.skillId);
  const byComponent = groupBy(rows, (row) => row.component);
  const inOrder = (code: ComponentCode) => byComponent.get(code) ?? [];
  return {
    total: totalOf(rows),
    components: COMPONENT_CODES.filter((code) => byComponent.has(code)).map((component) => ({
      component,
      ...totalOf(inOrder(component)),
    })),
    skills: [...bySkill.keys()]
      .sort()
      .map((skillId) => ({ skillId, items: bySkill.get(skillId)!.length, ...totalOf(bySkill.get(skillId)!) })),
  };
}

function totalOf(rows: readonly { points: Points; gained: Points | null }[]) {
  const marked = rows.flatMap((row) => (row.gained === null ? [] : [row.gained]));
  const gained = addPoints(...marked);
  const possible = addPoints(...rows.map((row) => row.points));
  return { gained, possible, percent: percentOf(gained, possible), pending: rows.length - marked.length };
}

function groupBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
