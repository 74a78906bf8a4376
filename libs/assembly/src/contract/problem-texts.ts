/** Titles of this context's refusals, by code. */
export const assemblyProblems: Readonly<Record<string, { zh: string; en: string }>> = {
  'assembly.blueprint-not-found': { zh: '没有这份考试大纲', en: 'There is no such blueprint' },
  'assembly.blueprint-not-sound': {
    zh: '考试大纲中有不存在的内容',
    en: 'The blueprint names something that does not exist',
  },
  'assembly.blueprint-unfillable': { zh: '题库中的试题不足以满足考试大纲', en: 'The bank cannot fill the blueprint' },
  'assembly.form-not-found': { zh: '没有这份试卷', en: 'There is no such form' },
  'assembly.form-out-of-date': {
    zh: '试卷中有试题已更新或停用，请重新组卷',
    en: 'An item of the form has changed or was retired; assemble it again',
  },
  'assembly.took-too-long': {
    zh: '组卷超时，请简化大纲或重试',
    en: 'Assembly took too long; simplify the blueprint or try again',
  },
};
