import { addPoints, comparePoints, ZERO_POINTS, type Points } from '@hz/kernel';
import type { Rubric } from '../contract';

/** The points that a marker gave, by criterion. */
export type RubricMarks = Readonly<Record<string, Points>>;

export type RubricVerdict =
  { complete: true; points: Points } | { complete: false; missing: readonly string[]; notALevel: readonly string[] };

/** Adds a marker's points. Each criterion must have one of its levels' points; `notALevel` also names criteria that do not exist. */
export function pointsByRubric(rubric: Rubric, marks: RubricMarks): RubricVerdict {
  const missing = rubric.criteria.filter(({ id }) => !Object.hasOwn(marks, id)).map(({ id }) => id);
  const notALevel = Object.entries(marks)
    .filter(([id, points]) => !isLevel(rubric, id, points))
    .map(([id]) => id);
  if (missing.length > 0 || notALevel.length > 0) return { complete: false, missing, notALevel };
  return { complete: true, points: addPoints(...Object.values(marks)) };
}

/** The most that a rubric can give. */
export function maxByRubric(rubric: Rubric): Points {
  return addPoints(
    ...rubric.criteria.map(({ levels }) => levels.reduce((most, level) => larger(most, level.points), ZERO_POINTS)),
  );
}

function isLevel(rubric: Rubric, id: string, points: Points): boolean {
  const criterion = rubric.criteria.find((candidate) => candidate.id === id);
  return criterion?.levels.some((level) => comparePoints(level.points, points) === 0) ?? false;
}

const larger = (a: Points, b: Points): Points => (comparePoints(a, b) >= 0 ? a : b);
