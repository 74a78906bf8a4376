import { addPoints, type LocalizedText, type Points } from '@hz/kernel';

export interface SkillScore {
  readonly skillId: string;
  readonly gained: Points;
  readonly possible: Points;
}

/** What a person gained in each skill over all results that a certificate rests on, in the order of the ids. */
export function skillScores(results: readonly (readonly SkillScore[])[]): SkillScore[] {
  const sums = new Map<string, SkillScore>();
  for (const { skillId, gained, possible } of results.flat()) {
    const before = sums.get(skillId);
    sums.set(skillId, {
      skillId,
      gained: before === undefined ? gained : addPoints(before.gained, gained),
      possible: before === undefined ? possible : addPoints(before.possible, possible),
    });
  }
  return [...sums.values()].sort((a, b) => (a.skillId < b.skillId ? -1 : 1));
}

/** The name of a skill in both languages, as one line. */
export function bothNames(name: LocalizedText): string {
  return name.en === undefined ? name.zh : `${name.zh} ${name.en}`;
}
