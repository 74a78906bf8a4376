import type { ComponentCode } from '@hz/kernel';

/** The parts of a certification as documents of both languages name them. */
export const COMPONENT_TITLES: Readonly<Record<ComponentCode, string>> = {
  theory: '理论知识考试 / Theory',
  practical: '技能考核 / Practical',
  review: '综合评审 / Comprehensive review',
};

/** The same where there is little room. */
export const SHORT_COMPONENT_TITLES: Readonly<Record<ComponentCode, string>> = {
  theory: '理论 Theory',
  practical: '技能 Practical',
  review: '评审 Review',
};
