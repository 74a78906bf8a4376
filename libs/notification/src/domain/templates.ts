import type { Language } from '@hz/kernel';

/** The kinds of mail and what each is told. Links are absolute. */
export type Mail =
  | { template: 'welcome'; name: string; link: string }
  | { template: 'sign-up-repeated'; name: string; link: string }
  | { template: 'password-reset'; name: string; link: string }
  | { template: 'registration-confirmed'; name: string; link: string }
  | { template: 'result-released'; name: string; link: string }
  | { template: 'certificate-issued'; name: string; link: string; number: string }
  | { template: 'certificate-revoked'; name: string; link: string; number: string; reason: string };
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
    zh: [`证书 ${mail.number} 已撤销`, `原因：${oneLine(mail.reason)}`, '详情：', mail.link],
    en: [`Certificate ${mail.number} has been revoked`, `Reason: ${oneLine(mail.reason)}`, 'Details:', mail.link],
  }),
};

function wordsOf<Template extends MailTemplate>(
  mail: Extract<Mail, { template: Template }>,
): Record<Language, string[]> {
  return (WORDS[mail.template as Template] as (of: typeof mail) => Record<Language, string[]>)(mail);
}
