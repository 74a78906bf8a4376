import { afterCertificateProblems } from './after-problem-texts';
import { documentProblems } from './document-problem-texts';

/** Titles of this context's refusals, by code. */
export const certificationProblems: Readonly<Record<string, { zh: string; en: string }>> = {
  ...afterCertificateProblems,
  ...documentProblems,
  'certification.certificate-not-found': { zh: '没有这份证书', en: 'There is no such certificate' },
  'certification.cannot-become': {
    zh: '证书目前的状态不允许这样做',
    en: 'The certificate cannot go from its state to that one',
  },
  'certification.name-unchanged': {
    zh: '持有人的姓名与证书一致，没有需要更正的内容',
    en: "The holder's name is the one on the certificate; there is nothing to change",
  },
  'certification.not-ready': { zh: '证书正在签发，请稍后再试', en: 'The certificate is being issued; try again soon' },
  'certification.form-not-found': {
    zh: '这份证书没有这种形式，请下载完整形式',
    en: 'This certificate was not signed in that form; download the whole one',
  },
  'certification.credential-refused': {
    zh: '签发前的检查未通过，证书没有发布',
    en: 'The check before release failed; the certificate was not released',
  },
  'certification.time-stamp-unavailable': {
    zh: '时间戳服务暂时不可用，稍后会自动重试',
    en: 'The time-stamping authority does not answer; it will be tried again',
  },
  'certification.authority-not-found': { zh: '没有这个签名机构证书', en: 'There is no such signing authority' },
};
