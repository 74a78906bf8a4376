import type { LocalizedText } from '@hz/kernel';
import type { Amount, BlueprintBody, BlueprintCell, BlueprintSection } from '../contract';
import { boundsOf, type Bounds } from './amounts';
import { isEligible, type CandidateItem } from './candidate-item';

export type Measure = 'items' | 'points' | 'seconds' | 'facility';

/** One thing that a blueprint asks of the chosen items: that the sum of what they contribute lies within bounds. */
export interface Demand {
  readonly sectionId: string;
  /** JSON pointer into the blueprint's body. */
  readonly pointer: string;
  readonly measure: Measure;
  readonly what: LocalizedText;
  readonly bounds: Bounds;
  /** What a chosen item adds; 0 when it has nothing to do with it. */
  readonly contribution: (item: CandidateItem) => number;
}

/** Everything that the blueprint asks, section by section. */
export function demandsOf({ sections }: BlueprintBody): Demand[] {
  return sections.flatMap((section, index) => {
    const at = `/sections/${index}`;
    return [
      ...amounts(section, at, section.id, section.title, () => true),
      ...ofSection(section, at),
      ...section.mix.flatMap((cell, no) =>
        amounts(cell, `${at}/mix/${no}`, section.id, nameOf(section, cell), (item) => belongs(item, cell)),
      ),
    ];
  });
}

function amounts(
  asked: { items?: Amount | undefined; points?: Amount | undefined },
  at: string,
  sectionId: string,
  what: LocalizedText,
  belongsTo: (item: CandidateItem) => boolean,
): Demand[] {
  const demand = (measure: 'items' | 'points', amount: Amount, worth: (item: CandidateItem) => number): Demand => ({
    sectionId,
    pointer: `${at}/${measure}`,
    measure,
    what,
    bounds: boundsOf(amount),
    contribution: (item) => (belongsTo(item) ? worth(item) : 0),
  });
  return [
    ...(asked.items === undefined ? [] : [demand('items', asked.items, () => 1)]),
    ...(asked.points === undefined ? [] : [demand('points', asked.points, (item) => Number(item.points))]),
  ];
}

function ofSection(section: BlueprintSection, at: string): Demand[] {
  const demands: Demand[] = [];
  const common = { sectionId: section.id, what: section.title };
  if (section.seconds !== undefined) {
    const bounds = boundsOf(section.seconds);
    const contribution = ({ seconds }: CandidateItem) => seconds;
    demands.push({ ...common, pointer: `${at}/seconds`, measure: 'seconds', bounds, contribution });
  }
  if (section.facility !== undefined) {
    const { min, max } = boundsOf(section.facility);
    const surplus = (over: number) => (item: CandidateItem) => (item.facility - over) * Number(item.points);
    const facility = { ...common, pointer: `${at}/facility`, measure: 'facility' as const };
    // A mean is no sum, but "mean ≥ min" is: the sum of points × (facility − min) must not be below 0.
    demands.push({ ...facility, bounds: { min: 0, max: Infinity }, contribution: surplus(min) });
    if (max < 1) demands.push({ ...facility, bounds: { min: -Infinity, max: 0 }, contribution: surplus(max) });
  }
  return demands;
}

function belongs(item: CandidateItem, cell: BlueprintCell): boolean {
  const value = { skill: item.skillId, level: item.level, cognitive: item.cognitive, type: item.type }[cell.by];
  return (cell.of as readonly string[]).includes(value);
}

const BY: Readonly<Record<BlueprintCell['by'], { zh: string; en: string }>> = {
  skill: { zh: '技能', en: 'skill' },
  level: { zh: '等级', en: 'level' },
  cognitive: { zh: '认知层次', en: 'cognitive level' },
  type: { zh: '题型', en: 'type' },
};

function nameOf({ title }: BlueprintSection, { by, of }: BlueprintCell): LocalizedText {
  return {
    zh: `${title.zh}，${BY[by].zh} ${of.join('、')}`,
    en: `${title.en ?? title.zh}, ${BY[by].en} ${of.join(', ')}`,
  };
}

/** The items that each section may take, by section id. */
export function eligibleItems(body: BlueprintBody, items: readonly CandidateItem[]): Map<string, CandidateItem[]> {
  return new Map(body.sections.map((section) => [section.id, items.filter((item) => isEligible(item, section))]));
}
