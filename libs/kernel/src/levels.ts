/** Levels of vocational skill from junior (L5, 五级/初级工) to senior technician (L1, 一级/高级技师). */
export const LEVELS = ['L5', 'L4', 'L3', 'L2', 'L1'] as const;
export type Level = (typeof LEVELS)[number];

/** Cognitive levels after Anderson & Krathwohl's revision of Bloom's taxonomy (2001). */
export const COGNITIVE_LEVELS = ['remember', 'understand', 'apply', 'analyse', 'evaluate', 'create'] as const;
export type CognitiveLevel = (typeof COGNITIVE_LEVELS)[number];

/** What an item may be used for (P11). */
export const POOLS = ['practice', 'exam', 'pretest'] as const;
export type Pool = (typeof POOLS)[number];

/** The parts of a certification: 理论知识考试, 技能考核, 综合评审. */
export const COMPONENT_CODES = ['theory', 'practical', 'review'] as const;
export type ComponentCode = (typeof COMPONENT_CODES)[number];
