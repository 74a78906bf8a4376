import { defineTexts } from '../../shared/texts';

export const educationDeskTexts = defineTexts('manage-education', {
  education: { zh: '继续教育', en: 'Continuing education' },
  lead: {
    zh: '持证人为续期提交的学时，等待最久的在最前。认定的学时计入续期；不认定须说明理由。',
    en: 'Hours that holders hand in for their renewal, the ones that have waited longest first. Approved hours count; a refusal says why.',
  },
  status: { zh: '状态', en: 'State' },
  waiting: { zh: '待审核', en: 'Waiting' },
  approved: { zh: '已认定', en: 'Approved' },
  refused: { zh: '未认定', en: 'Refused' },
  holder: { zh: '持证人', en: 'Holder' },
  what: { zh: '内容', en: 'What it was' },
  hours: { zh: '学时', en: 'Hours' },
  completedOn: { zh: '完成日期', en: 'Completed on' },
  evidence: { zh: '证明', en: 'Evidence' },
  openLink: { zh: '打开证明材料（外部网站）', en: 'Open the proof (another site)' },
  handedInAt: { zh: '提交', en: 'Handed in' },
  none: { zh: '没有记录', en: 'There are no records' },
  noneHint: {
    zh: '持证人在证书的续期页面提交继续教育记录。',
    en: 'Holders hand them in on the renewal page of their certificate.',
  },
  approve: { zh: '认定', en: 'Approve' },
  refuse: { zh: '不认定', en: 'Refuse' },
  approveFor: { zh: '认定 {{name}} 的“{{title}}”', en: 'Approve “{{title}}” of {{name}}' },
  refuseFor: { zh: '不认定 {{name}} 的“{{title}}”', en: 'Refuse “{{title}}” of {{name}}' },
  approveText: {
    zh: '{{hours}} 学时将计入 {{name}} 的续期。',
    en: '{{hours}} hours count for the renewal of {{name}}.',
  },
  refuseText: {
    zh: '这些学时不计入续期。下面的理由会显示给 {{name}}。',
    en: 'These hours do not count. The reason below is shown to {{name}}.',
  },
});
