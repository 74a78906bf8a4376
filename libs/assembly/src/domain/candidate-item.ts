import type { CognitiveLevel, InteractionType, Level, Points } from '@hz/kernel';
import type { BlueprintSection } from '../contract';

/** What the assembler knows of an item that it may take. */
export interface CandidateItem {
  readonly itemVersionId: string;
  readonly code: string;
  readonly type: InteractionType;
  readonly skillId: string;
  readonly level: Level;
  readonly cognitive: CognitiveLevel;
  /** Expected share of points gained, 0 to 1. */
  readonly facility: number;
  readonly points: Points;
  readonly seconds: number;
  /** In how many forms it stands already: what was shown less often is taken first (P11). */
  readonly uses: number;
}

/** Whether a section may take the item at all. */
export function isEligible(item: CandidateItem, section: BlueprintSection): boolean {
  return (
    (section.types?.includes(item.type) ?? true) &&
    (section.levels?.includes(item.level) ?? true) &&
    (section.skills?.includes(item.skillId) ?? true) &&
    !section.exclude.includes(item.code)
  );
}
