import type { Language } from '@hz/kernel';

/** The kinds of mail and what each is told. Links are absolute. */
export type Mail =
  | { template: 'welcome'; name: string; link: string }
  | { template: 'sign-up-repeated'; name: string; link: string }
  | { template: 'password-reset'; name: string; link: string }
  | { template: 'registration-confirmed'; name: string; link: string }
  | { template: 'result-released'; name: string; link: string }
  | { template: 'certificate-issued'; name: string; link: string; number: string }
  | { template: 'certificate-revoked'; name: string; link: string; number: string; reason: string; appealDays?: string }
  | { template: 'registration-ending'; name: string; link: string; number: string; days: string; endsOn: string }
  | { template: 'education-approved'; name: string; link: string }
  | { template: 'education-refused'; name: string; link: string; reason: string }
  | { template: 'appeal-filed'; name: string; link: string; number: string }
  | { template: 'appeal-upheld'; name: string; link: string; number: string; reason: string; newNumber: string }
  | { template: 'appeal-refused'; name: string; link: string; number: string; reason: string };
export type MailTemplate = Mail['template'];

export interface MailText {
  readonly subject: string;
  readonly text: string;
}

/** Subject and plain text of a mail in one language. Control characters in what people typed cannot reach the header: they become spaces. */
export function composeMail(mail: Mail, language: Language): MailText {
  const [subject, ...lines] = wordsOf(mail)[language];
  const greeting = language === 'zh' ? `${mail.name}，您好：` : `Dear ${mail.name},`;
  const closing = language === 'zh' ? '衡证' : 'Hengzheng';
  return { subject: oneLine(subject!), text: [oneLine(greeting), '', ...lines, '', closing, ''].join('\n') };
}

function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}

type Words = {
  readonly [Template in MailTemplate]: (mail: Extract<Mail, { template: Template }>) => Record<Language, string[]>;
};

/** Subject first, then the lines of the text. */
const WORDS: Words = {
  welcome: (mail) => ({
    zh: ['欢迎使用衡证', '您的账号已经建立。从这里开始：', mail.link],
    en: ['Welcome to Hengzheng', 'Your account is ready. Start here:', mail.link],
  }),
  'sign-up-repeated': (mail) => ({
    zh: [
      '您已有衡证账号',
      '有人用这个邮箱再次注册。您已有账号，可直接登录或重设密码：',
      mail.link,
      '如果不是您本人操作，可以不理会这封邮件。',
    ],
    en: [
      'You already have an account',
      'Someone signed up again with this address. You have an account; sign in or reset your password:',
      mail.link,
      'If it was not you, nothing needs to be done.',
    ],
  }),
  'password-reset': (mail) => ({
    zh: [
      '重设衡证密码',
      '请在 60 分钟内打开下面的链接设置新密码，链接只能使用一次：',
      mail.link,
      '如果不是您本人操作，可以不理会这封邮件，密码不会改变。',
    ],
    en: [
      'Reset your Hengzheng password',
      'Open this link within 60 minutes to set a new password. It works once:',
      mail.link,
      'If it was not you, nothing needs to be done; your password stays as it is.',
    ],
  }),
  'registration-confirmed': (mail) => ({
    zh: ['报名成功', '您的报名已确认，座位已分配。准考证可以在这里下载：', mail.link],
    en: ['Your registration is confirmed', 'You have a seat. Your admission ticket is here:', mail.link],
  }),
  'result-released': (mail) => ({
    zh: ['成绩已公布', '您的考试成绩已公布：', mail.link],
    en: ['Your result is out', 'Your result has been released:', mail.link],
  }),
  'certificate-issued': (mail) => ({
    zh: [`证书 ${mail.number} 已签发`, '祝贺您。证书可以在这里查看和下载，任何人都可以核验：', mail.link],
    en: [
      `Certificate ${mail.number} has been issued`,
      'Congratulations. You can see and download it here, and anyone can verify it:',
      mail.link,
    ],
  }),
  'certificate-revoked': (mail) => ({
    zh: [
      `证书 ${mail.number} 已撤销`,
      `原因：${oneLine(mail.reason)}`,
      ...(mail.appealDays === undefined ? [] : [`如有异议，可在 ${mail.appealDays} 天内在证书页面提出一次申诉。`]),
      '详情：',
      mail.link,
    ],
    en: [
      `Certificate ${mail.number} has been revoked`,
      `Reason: ${oneLine(mail.reason)}`,
      ...(mail.appealDays === undefined
        ? []
        : [`If you do not agree, you can appeal once within ${mail.appealDays} days, on the page of the certificate.`]),
      'Details:',
      mail.link,
    ],
  }),
  'registration-ending': (mail) => ({
    zh: [
      `证书 ${mail.number} 的注册还有 ${mail.days} 天到期`,
      `注册将于 ${dayInWords(mail.endsOn, 'zh')} 到期。您取得的成绩长期有效，注册可以续期。所需学时和还缺的条件见：`,
      mail.link,
    ],
    en: [
      `The registration of certificate ${mail.number} ends in ${mail.days} days`,
      `It ends on ${dayInWords(mail.endsOn, 'en')}. What you have achieved stays; the registration can be renewed. What is needed and what is still missing:`,
      mail.link,
    ],
  }),
  'education-approved': (mail) => ({
    zh: ['继续教育记录已通过审核', '学时已计入您的注册续期：', mail.link],
    en: ['Your continuing education was approved', 'The hours count for your renewal:', mail.link],
  }),
  'education-refused': (mail) => ({
    zh: ['继续教育记录未通过审核', `原因：${oneLine(mail.reason)}`, '您可以补充材料后重新提交：', mail.link],
    en: [
      'Your continuing education was not approved',
      `Reason: ${oneLine(mail.reason)}`,
      'You can hand it in again with what is missing:',
      mail.link,
    ],
  }),
  'appeal-filed': (mail) => ({
    zh: [`已收到对证书 ${mail.number} 的申诉`, '申诉由未参与撤销的人员审理，结论会以邮件通知您：', mail.link],
    en: [
      `Your appeal for certificate ${mail.number} has arrived`,
      'Somebody who did not revoke the certificate decides it. You will be told by e-mail:',
      mail.link,
    ],
  }),
  'appeal-upheld': (mail) => ({
    zh: [
      `申诉成立：证书 ${mail.number}`,
      `理由：${oneLine(mail.reason)}`,
      `原编号的撤销记录不可更改，证书已以新编号 ${mail.newNumber} 重新签发：`,
      mail.link,
    ],
    en: [
      `Your appeal was upheld: certificate ${mail.number}`,
      `Reason: ${oneLine(mail.reason)}`,
      `The record of a revocation cannot be changed, so the certificate is issued anew as ${mail.newNumber}:`,
      mail.link,
    ],
  }),
  'appeal-refused': (mail) => ({
    zh: [`申诉未成立：证书 ${mail.number}`, `理由：${oneLine(mail.reason)}`, '详情：', mail.link],
    en: [
      `Your appeal was not upheld: certificate ${mail.number}`,
      `Reason: ${oneLine(mail.reason)}`,
      'Details:',
      mail.link,
    ],
  }),
};

/** A day such as 2026-11-24 as people write it. */
function dayInWords(day: string, language: Language): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  if (language === 'zh') return `${year}年${month}月${date}日`;
  const name = new Date(Date.UTC(year, month - 1, 1)).toLocaleString('en-GB', { month: 'long', timeZone: 'UTC' });
  return `${date} ${name} ${year}`;
}

function wordsOf<Template extends MailTemplate>(
  mail: Extract<Mail, { template: Template }>,
): Record<Language, string[]> {
  return (WORDS[mail.template as Template] as (of: typeof mail) => Record<Language, string[]>)(mail);
}
