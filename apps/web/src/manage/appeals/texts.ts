import { defineTexts } from '../../shared/texts';

export const appealDeskTexts = defineTexts('manage-appeals', {
  appeals: { zh: '申诉', en: 'Appeals' },
  lead: {
    zh: '持证人对撤销的申诉，等待最久的在最前。作出撤销决定的人不能审理对它的申诉。',
    en: 'Appeals of holders against revocations, the one that has waited longest first. Who revoked a certificate does not decide the appeal against it.',
  },
  status: { zh: '状态', en: 'State' },
  open: { zh: '待审理', en: 'Waiting' },
  upheld: { zh: '成立', en: 'Upheld' },
  refused: { zh: '未成立', en: 'Refused' },
  number: { zh: '证书编号', en: 'Number' },
  holder: { zh: '持证人', en: 'Holder' },
  certification: { zh: '认证', en: 'Certification' },
  revocation: { zh: '撤销原因', en: 'Revoked because' },
  grounds: { zh: '申诉理由', en: 'Grounds' },
  filedAt: { zh: '提交', en: 'Handed in' },
  decision: { zh: '决定', en: 'Decision' },
  newNumber: { zh: '新证书 {{number}}', en: 'New certificate {{number}}' },
  none: { zh: '没有申诉', en: 'There are no appeals' },
  noneHint: {
    zh: '证书被撤销后，持证人可在 30 天内提出申诉。',
    en: 'After a revocation the holder can appeal within 30 days.',
  },
  uphold: { zh: '成立', en: 'Uphold' },
  refuse: { zh: '不成立', en: 'Refuse' },
  upholdFor: { zh: '{{number}} 的申诉成立', en: 'Uphold the appeal of {{number}}' },
  refuseFor: { zh: '{{number}} 的申诉不成立', en: 'Refuse the appeal of {{number}}' },
  upholdText: {
    zh: '撤销不会被抹去。{{name}} 将得到一张新编号的证书，注册期补回被撤销的时间，并至少还有 90 天。下面的理由会发给持证人。',
    en: 'The revocation stays on record. {{name}} gets a certificate with a new number; the time of the revocation is added to its registration, of which at least 90 days are left. The reason below is sent to the holder.',
  },
  refuseText: {
    zh: '撤销保持有效，不能再次申诉。下面的理由会发给 {{name}}。',
    en: 'The revocation stands, and there is no second appeal. The reason below is sent to {{name}}.',
  },
  ownRevocation: { zh: '由您撤销，请他人审理', en: 'You revoked it; somebody else decides' },
});
