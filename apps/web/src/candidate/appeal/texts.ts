import { defineTexts } from '../../shared/texts';

export const appealTexts = defineTexts('candidate-appeal', {
  appeal: { zh: '申诉', en: 'Appeal' },
  mayAppeal: {
    zh: '如果您认为撤销有误，可在 {{until}} 之前申诉一次。申诉由没有参与撤销决定的人审理。',
    en: 'If you think that the revocation is wrong, you can appeal once, until {{until}}. Somebody who had no part in the revocation decides.',
  },
  tooLate: { zh: '申诉期限已于 {{until}} 结束。', en: 'The time to appeal ended on {{until}}.' },
  grounds: { zh: '申诉理由', en: 'Grounds' },
  groundsHint: {
    zh: '说明哪里有误，并写出可以核实的事实。至少 10 个字，提交后不能修改。',
    en: 'Say what is wrong, with facts that can be checked. At least 10 characters; it cannot be changed afterwards.',
  },
  groundsNeeded: { zh: '请写明理由，至少 10 个字。', en: 'State your grounds, in at least 10 characters.' },
  handIn: { zh: '提交申诉', en: 'Hand in the appeal' },
  open: { zh: '申诉审理中', en: 'Your appeal is being considered' },
  openHint: {
    zh: '提交于 {{at}}。有结果后会通过电子邮件通知您，在此之前证书仍显示为已撤销。',
    en: 'Handed in on {{at}}. You will be told by e-mail; until then the certificate is shown as revoked.',
  },
  upheld: { zh: '申诉成立', en: 'Your appeal was upheld' },
  upheldHint: {
    zh: '撤销的记录不能抹去，因此为您签发了新编号的证书。',
    en: 'What was revoked stays revoked on record, so a certificate with a new number was issued to you.',
  },
  newCertificate: { zh: '查看新证书 {{number}}', en: 'See the new certificate {{number}}' },
  refused: { zh: '申诉未成立', en: 'Your appeal was refused' },
  reason: { zh: '理由：{{reason}}', en: 'Reason: {{reason}}' },
  yourGrounds: { zh: '您的申诉理由', en: 'Your grounds' },
});
