import { defineTexts } from '../shared/texts';

export const takeAlongTexts = defineTexts('candidate-take-along', {
  takeAlong: { zh: '带走电子凭证', en: 'Take it along' },
  note: {
    zh: '先选择要让对方看到多少，再下载。每种形式都在签发时单独签名，收到的人可以离线核验，看不到您没有选择的内容。',
    en: 'Choose first how much others are to see. Each form was signed on its own at issuing: whoever gets one can check it without asking us, and sees nothing that is not in it.',
  },
  choose: { zh: '显示多少', en: 'How much it shows' },
  'whole-score': { zh: '全名和分数', en: 'Full name and scores' },
  'whole-pass': { zh: '全名，只显示通过', en: 'Full name, only that you passed' },
  'masked-score': { zh: '隐去名字，显示分数', en: 'Masked name and scores' },
  'masked-pass': { zh: '隐去名字，只显示通过', en: 'Masked name, only that you passed' },
  preview: { zh: '对方将看到', en: 'What others see' },
  name: { zh: '姓名', en: 'Name' },
  latinName: { zh: '拼音', en: 'In Latin letters' },
  results: { zh: '成绩', en: 'Result' },
  passed: { zh: '通过', en: 'Passed' },
  always: {
    zh: '认证名称、级别、证书编号和有效期在每种形式中都有。凭编号和验证码公开查验时，仍会显示证书上的全部内容。',
    en: 'Title, level, number and validity are in every form. Whoever looks the certificate up with number and code still sees all that is on it.',
  },
  credential: { zh: '可验证凭证（JSON）', en: 'Verifiable credential (JSON)' },
  credentialHint: {
    zh: '供招聘系统和其他软件读取，可随时用验证工具核验。',
    en: 'For recruiting systems and other software; can be checked with any verifier.',
  },
  token: { zh: '凭证令牌（JWT）', en: 'Credential token (JWT)' },
  tokenHint: { zh: '供只接受 JWT 的系统使用。', en: 'For systems that only take JWT.' },
  badge: { zh: '徽章（PNG）', en: 'Badge (PNG)' },
  badgeHint: {
    zh: '可放在主页或电子邮件中的图片，凭证就在图片里。转发时请保持原文件，压缩或截图会丢失凭证。',
    en: 'A picture for a web page or a mail, with the credential inside. Pass the file on as it is: a copy that was compressed, or a screenshot, has lost the credential.',
  },
  download: { zh: '下载', en: 'Download' },
});
