/** Titles of this context's refusals, by code. */
export const gradingProblems: Readonly<Record<string, { zh: string; en: string }>> = {
  'grading.result-not-found': { zh: '没有这份成绩', en: 'There is no such result' },
  'grading.task-not-found': { zh: '没有这份阅卷任务', en: 'There is no such marking task' },
  'grading.marks-not-valid': { zh: '评分不符合评分标准', en: 'The marks do not fit the rubric' },
  'grading.marked-meanwhile': {
    zh: '这份答卷在您打开之后已被处理，您的评分没有保存',
    en: 'This script was dealt with after you opened it; your marks were not saved',
  },
  'grading.marking-closed': {
    zh: '成绩已发布，评分不能再修改',
    en: 'The results are released; marks can no longer change',
  },
  'grading.task-not-marked': { zh: '这份答卷尚未评分', en: 'This script has not been marked' },
  'grading.release-not-ready': {
    zh: '还有未结束、未判分或未阅完的答卷，不能发布成绩',
    en: 'Attempts are still running, unscored or unmarked; the results cannot be released',
  },
};
