/** Titles of this context's refusals, by code. */
export const certificationProblems: Readonly<Record<string, { zh: string; en: string }>> = {
  'certification.certificate-not-found': { zh: '没有这份证书', en: 'There is no such certificate' },
  'certification.cannot-become': {
    zh: '证书目前的状态不允许这样做',
    en: 'The certificate cannot go from its state to that one',
  },
  'certification.not-ready': { zh: '证书正在签发，请稍后再试', en: 'The certificate is being issued; try again soon' },
  'certification.credential-refused': {
    zh: '签发前的检查未通过，证书没有发布',
    en: 'The check before release failed; the certificate was not released',
  },
};
