/** Titles of this context's refusals, by code. */
export const verificationProblems: Readonly<Record<string, { zh: string; en: string }>> = {
  'verification.status-list-not-found': { zh: '没有这份状态列表', en: 'There is no such status list' },
  'verification.context-not-found': { zh: '没有这份上下文文档', en: 'There is no such context document' },
  'verification.published-differently': {
    zh: '该编号已发布过内容不同的证书',
    en: 'Another certificate was published under this number',
  },
  'verification.not-published': { zh: '该编号尚未发布', en: 'Nothing is published under this number' },
};
