/** Titles of this context's refusals, by code. */
export const verificationProblems: Readonly<Record<string, { zh: string; en: string }>> = {
  'verification.status-list-not-found': { zh: '没有这份状态列表', en: 'There is no such status list' },
  'verification.context-not-found': { zh: '没有这份上下文文档', en: 'There is no such context document' },
  'verification.published-differently': {
    zh: '该编号已发布过内容不同的证书',
    en: 'Another certificate was published under this number',
  },
  'verification.batch-size-wrong': {
    zh: '批量查验每次 1 到 10000 行',
    en: 'A batch holds from 1 to 10000 lines',
  },
  'verification.batch-key-taken': {
    zh: '该幂等键已用于另一份内容',
    en: 'This idempotency key was used for another content',
  },
  'verification.batch-not-found': { zh: '没有这个批次', en: 'There is no such batch' },
  'verification.not-published': { zh: '该编号尚未发布', en: 'Nothing is published under this number' },
};
