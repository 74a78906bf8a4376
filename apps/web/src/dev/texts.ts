import { defineTexts } from '../shared/texts';

export const devTexts = defineTexts('dev', {
  mailbox: { zh: '开发邮箱', en: 'Development mailbox' },
  mailboxLead: {
    zh: '未配置邮件服务器时，系统发出的邮件留在这里。仅开发环境可见。',
    en: 'Without a mail server, the platform’s e-mails stay here. Only development installations have this page.',
  },
  none: { zh: '还没有邮件', en: 'No e-mails yet' },
  noneHint: {
    zh: '注册、报名、成绩和证书都会产生邮件。',
    en: 'Signing up, registering, results and certificates all send e-mails.',
  },
  noneFound: { zh: '没有符合的邮件', en: 'No e-mails match' },
  filter: { zh: '按收件人或主题筛选', en: 'Filter by address or subject' },
  to: { zh: '收件人', en: 'To' },
  statusWaiting: { zh: '待发送', en: 'Waiting' },
  statusSent: { zh: '已发送', en: 'Sent' },
  statusKept: { zh: '保留在此', en: 'Kept here' },
});
