/** Titles of this context's refusals, by code. */
export const competencyProblems: Readonly<Record<string, { zh: string; en: string }>> = {
  'competency.role-not-found': { zh: '没有这个岗位', en: 'There is no such role' },
  'competency.scheme-not-found': { zh: '没有这个认证方案', en: 'There is no such certification scheme' },
};
