/** Titles of this context's refusals, by code. */
export const transparencyProblems: Readonly<Record<string, { zh: string; en: string }>> = {
  'transparency.not-found': { zh: '透明日志中没有这一部分', en: 'The log has no such part' },
  'transparency.logged-differently': {
    zh: '该证书的这一变更已以不同内容记入日志',
    en: 'This change of the certificate is in the log with another content',
  },
  'transparency.damaged': {
    zh: '透明日志的存储已损坏，在修复前不提供该部分',
    en: 'A stored part of the log is damaged and is not served until it is mended',
  },
  'transparency.key-refused': {
    zh: '日志签名密钥缺失或不符，未签发检查点',
    en: 'The key of the log is missing or is another one; no checkpoint was signed',
  },
  'transparency.not-included-yet': { zh: '该条目尚未收入日志', en: 'The entry is not in the log yet' },
  'transparency.cosignature-refused': {
    zh: '该见证签名不被接受',
    en: 'This is not the cosignature of a known witness on a checkpoint of this log',
  },
};
