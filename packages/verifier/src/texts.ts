import type { CheckName, Code, Kind, Verdict } from './report';

interface Words {
  readonly zh: string;
  readonly en: string;
}

export const VERDICT_TEXTS: Readonly<Record<Verdict, Words>> = {
  valid: { zh: '有效', en: 'Valid' },
  'not-valid': { zh: '无效', en: 'Not valid' },
  'cannot-be-determined': { zh: '无法确定', en: 'Cannot be determined' },
};

export const CODE_TEXTS: Readonly<Record<Code, Words>> = {
  'issuer-unknown': {
    zh: '签发方不是所信任的机构。',
    en: 'It was not issued by an issuer that is trusted here.',
  },
  'key-unknown': {
    zh: '签名密钥不属于签发方。',
    en: 'The signing key is none of the issuer’s.',
  },
  'key-compromised': {
    zh: '签名时间晚于密钥泄露的时间，签名不可信。',
    en: 'It was signed after its key had fallen into other hands.',
  },
  malformed: {
    zh: '内容不符合签发方的格式，已被改动或伪造。',
    en: 'The content is not in the form that the issuer signs: altered or made up.',
  },
  'proof-broken': {
    zh: '内容与数字签名不符，已被改动。',
    en: 'The content does not match its signature: it has been altered.',
  },
  'file-altered': {
    zh: '文件在签发后被改动，或从未由签发方签名。',
    en: 'The file was changed after it was issued, or the issuer never signed it.',
  },
  'log-proof-bad': {
    zh: '签发日志的证明不成立。',
    en: 'The proof that its issue was logged does not hold.',
  },
  // The list of what is final marks both, and does not say which.
  revoked: {
    zh: '证书已被撤销，或已被新证书取代。',
    en: 'The certificate has been revoked, or a newer certificate has taken its place.',
  },
  superseded: { zh: '已有新证书取代此证书。', en: 'A newer certificate has taken its place.' },
  suspended: {
    zh: '证书已被中止，目前不能作为凭据。',
    en: 'The certificate is suspended and cannot be relied on now.',
  },
  'suspended-or-revoked': {
    zh: '证书已被中止或撤销，不能作为凭据。',
    en: 'The certificate is suspended or revoked and cannot be relied on.',
  },
  expired: { zh: '证书的有效期已过。', en: 'The certificate has expired.' },
  'no-certificate': { zh: '其中没有可识别的证书。', en: 'No certificate was found in it.' },
  'cannot-check-here': {
    zh: '此浏览器或环境缺少所需的密码学功能。',
    en: 'This browser or program lacks the cryptography that the check needs.',
  },
  'key-not-in-trust': {
    zh: '签名密钥不在所持的信任资料中，资料可能较旧。',
    en: 'The signing key is not in the trust at hand, which may be too old.',
  },
  'signed-before-compromise': {
    zh: '密钥后来泄露，没有证据表明签名早于泄露。',
    en: 'Its key was compromised later, and nothing shows that the signature is older.',
  },
  rewritten: {
    zh: '签名成立，但文件被其他软件改写过，请索取原始文件。',
    en: 'The signatures hold, but some software has rewritten the file: ask for the original one.',
  },
  'file-not-checked': {
    zh: '信任资料中没有 PDF 签名的根证书，页面内容未能核对。',
    en: 'The trust names no authority for PDF signatures: the pages could not be checked.',
  },
  'log-proof-missing': {
    zh: '没有签发日志的证明。',
    en: 'There is no proof that its issue was logged.',
  },
  'log-not-in-trust': {
    zh: '信任资料中没有该日志的公钥。',
    en: 'The trust has no key of the log.',
  },
  'status-missing': {
    zh: '没有状态列表，未能查明是否已撤销或中止。',
    en: 'Without the status list it is not known whether it was revoked or suspended.',
  },
  'status-stale': {
    zh: '状态列表已过时，未能查明目前是否已撤销或中止。',
    en: 'The status list is out of date: whether it is revoked or suspended now is not known.',
  },
  'status-bad': {
    zh: '状态列表的签名不成立，或不是所需的列表。',
    en: 'The status list is altered, or not the one that is needed.',
  },
  'not-yet-valid': {
    zh: '证书的有效期尚未开始，请核对本机时钟。',
    en: 'The certificate is not in force yet; compare the clock of this device.',
  },
  'expires-today': {
    zh: '今天是有效期的最后一天，二维码未载明具体时刻。',
    en: 'This is its last day; the QR code does not say until which hour.',
  },
};

export const CHECK_TEXTS: Readonly<Record<CheckName, Words>> = {
  form: { zh: '格式：是签发方的证书格式', en: 'Form: as the issuer makes certificates' },
  issuer: { zh: '签发方：密钥属于所信任的机构', en: 'Issuer: the key belongs to a trusted issuer' },
  signature: { zh: '数字签名：内容未被改动', en: 'Digital signature: the content is unaltered' },
  file: { zh: 'PDF 文件：全文由签发方签名', en: 'PDF file: signed by the issuer as a whole' },
  log: { zh: '签发日志：签发记录在公开日志中', en: 'Issue log: its issue is in the public log' },
  status: { zh: '状态：未撤销、未中止', en: 'Status: neither revoked nor suspended' },
  validity: { zh: '期限：在有效期内', en: 'Dates: within the period of validity' },
};

export const KIND_TEXTS: Readonly<Record<Kind, Words>> = {
  credential: { zh: '可验证凭证（JSON）', en: 'Verifiable credential (JSON)' },
  token: { zh: '可验证凭证（JWT）', en: 'Verifiable credential (JWT)' },
  picture: { zh: '徽章图片（PNG）', en: 'Badge picture (PNG)' },
  pdf: { zh: 'PDF 证书', en: 'PDF certificate' },
  qr: { zh: '二维码', en: 'QR code' },
  none: { zh: '未识别', en: 'Not recognised' },
};
