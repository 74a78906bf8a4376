import { defineTexts } from '../../shared/texts';

export const certificateTexts = defineTexts('manage-certificates', {
  certificates: { zh: '证书', en: 'Certificates' },
  lead: { zh: '查找证书；确有理由时撤销。', en: 'Find certificates, and revoke one where there is good reason.' },
  search: { zh: '证书编号或姓名', en: 'Number or name' },
  status: { zh: '状态', en: 'Status' },
  issuing: { zh: '签发中', en: 'Being issued' },
  valid: { zh: '有效', en: 'Valid' },
  suspended: { zh: '已中止', en: 'Suspended' },
  revoked: { zh: '已撤销', en: 'Revoked' },
  superseded: { zh: '已被取代', en: 'Superseded' },
  expired: { zh: '注册已到期', en: 'Expired' },
  number: { zh: '证书编号', en: 'Number' },
  holder: { zh: '持证人', en: 'Holder' },
  certification: { zh: '认证', en: 'Certification' },
  issuedAt: { zh: '签发', en: 'Issued' },
  expiresAt: { zh: '注册到期', en: 'Valid until' },
  revokedAt: { zh: '{{at}} 撤销：{{reason}}', en: 'Revoked on {{at}}: {{reason}}' },
  noCertificates: { zh: '还没有证书', en: 'There are no certificates yet' },
  noCertificatesHint: {
    zh: '成绩发布后，通过者的证书会自动签发。',
    en: 'When results are released, certificates are issued automatically to those who passed.',
  },
  verify: { zh: '查验', en: 'Verify' },
  verifyFor: { zh: '查验 {{number}}', en: 'Verify {{number}}' },
  revoke: { zh: '撤销', en: 'Revoke' },
  revokeFor: { zh: '撤销 {{number}}', en: 'Revoke {{number}}' },
  revokeTitle: { zh: '撤销证书 {{number}}？', en: 'Revoke certificate {{number}}?' },
  revokeText: {
    zh: '{{name}} 的“{{title}}”证书将立即失效：公开查验显示“已撤销”和下面的原因，持证人会收到邮件。撤销后不能恢复；如有误，只能重新签发新编号的证书。',
    en: 'The certificate “{{title}}” of {{name}} becomes invalid at once: public verification shows it as revoked with the reason below, and the holder is notified by e-mail. This cannot be undone; a mistake can only be corrected by issuing a new certificate.',
  },
});
