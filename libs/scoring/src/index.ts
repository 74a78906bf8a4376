export { isWithin, parseNumber } from './domain/numeric';
export { profileOf, type ItemPoints } from './domain/profile';
export { maxByRubric, pointsByRubric, type RubricMarks, type RubricVerdict } from './domain/rubric';
export { scoreForm } from './domain/score-form';
export { scoreItem } from './domain/score-item';
export { normalizeText } from './domain/text';
export { SCORING_VERSION } from './contract';
