import { hashOf, type CognitiveLevel, type ItemBody, type Level, type LocalizedText, type Points } from '@hz/kernel';
import type { ResponseRule, Rubric } from '@hz/scoring/contract';

/** Everything about an item that no candidate may see before release (P3). */
export interface ItemKey {
  readonly rule: ResponseRule;
  readonly rationale: LocalizedText;
  /** Why an option is right or wrong, by option id. */
  readonly optionRationales: Readonly<Record<string, LocalizedText>>;
  readonly rubric?: Rubric;
  /** A response that would gain all points, for markers. */
  readonly exemplar?: LocalizedText;
}

/** The state of an item that a version freezes. */
export interface ItemContent {
  readonly body: ItemBody;
  readonly key: ItemKey;
  readonly skillId: string;
  readonly level: Level;
  readonly cognitive: CognitiveLevel;
  /** Expected share of points gained, three places. */
  readonly facility: string;
  readonly points: Points;
  readonly seconds: number;
  readonly source: LocalizedText;
}

/** Equal content has an equal hash, so that loading a file twice makes no second version (P2, P5). */
export function contentHash(content: ItemContent): string {
  return hashOf(content);
}
