/** Titles of the refusals that come after a certificate was issued. */
export const afterCertificateProblems: Readonly<Record<string, { zh: string; en: string }>> = {
  'certification.cannot-renew': { zh: '现在还不能续期注册', en: 'The registration cannot be renewed now' },
  'certification.education-not-found': { zh: '没有这条继续教育记录', en: 'There is no such record' },
  'certification.education-decided-already': {
    zh: '这条继续教育记录已经审核过',
    en: 'This record has been decided already',
  },
  'certification.education-day-not-counted': {
    zh: '完成日期不在本注册期内',
    en: 'The day of completion does not lie in this registration period',
  },
  'certification.too-many-education-records': {
    zh: '待审核的记录太多，请等候审核',
    en: 'Too many records wait for a decision; please wait',
  },
  'certification.cannot-appeal': {
    zh: '不能申诉：证书没有被撤销、已过申诉期限，或已经申诉过',
    en: 'There can be no appeal: not revoked, too late, or appealed against already',
  },
  'certification.appeal-not-found': { zh: '没有这份申诉', en: 'There is no such appeal' },
  'certification.appeal-decided-already': { zh: '这份申诉已有结论', en: 'This appeal has been decided already' },
  'certification.appeal-of-own-decision': {
    zh: '撤销证书的人不能审理对它的申诉',
    en: 'Who revoked a certificate does not decide the appeal against it',
  },
  'certification.public-page-not-found': { zh: '没有这个页面', en: 'There is no such page' },
  'certification.recheck-under-way': { zh: '复核正在进行', en: 'Everything is being examined right now' },
  'certification.slug-taken': { zh: '这个地址已被使用，请换一个', en: 'This address is taken; choose another' },
  'certification.export-mapping-not-found': { zh: '没有这个导出映射', en: 'There is no such mapping' },
  'certification.export-mapping-name-taken': { zh: '已有同名的映射', en: 'There is a mapping of this name already' },
};
