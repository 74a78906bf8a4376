import type { CognitiveLevel, ComponentCode, InteractionType, Pool } from '@hz/kernel';
import { useTexts } from '../texts';
import { staffTexts } from './texts';

const TYPES = {
  'single-choice': 'typeSingleChoice',
  'multiple-response': 'typeMultipleResponse',
  'true-false': 'typeTrueFalse',
  'text-entry': 'typeTextEntry',
  'numeric-entry': 'typeNumericEntry',
  match: 'typeMatch',
  order: 'typeOrder',
  'inline-choice': 'typeInlineChoice',
  'extended-text': 'typeExtendedText',
} as const satisfies Record<InteractionType, string>;

const COGNITIVE = {
  remember: 'cognitiveRemember',
  understand: 'cognitiveUnderstand',
  apply: 'cognitiveApply',
  analyse: 'cognitiveAnalyse',
  evaluate: 'cognitiveEvaluate',
  create: 'cognitiveCreate',
} as const satisfies Record<CognitiveLevel, string>;

const POOL = { practice: 'poolPractice', exam: 'poolExam', pretest: 'poolPretest' } as const satisfies Record<
  Pool,
  string
>;
const COMPONENT = {
  theory: 'componentTheory',
  practical: 'componentPractical',
  review: 'componentReview',
} as const satisfies Record<ComponentCode, string>;

/** The names of the codes of items and schemes in the reader's language. */
export function useWords() {
  const t = useTexts(staffTexts);
  return {
    type: (type: InteractionType) => t(TYPES[type]),
    cognitive: (level: CognitiveLevel) => t(COGNITIVE[level]),
    pool: (pool: Pool) => t(POOL[pool]),
    component: (code: ComponentCode) => t(COMPONENT[code]),
  };
}
