import { defineTexts } from '../shared/texts';

export const incidentTexts = defineTexts('exam-incidents', {
  extended: { zh: '＋{{time}}：{{what}}', en: '+{{time}}: {{what}}' },
  extendedHint: { zh: '交卷时间已顺延到 {{until}}。', en: 'You now have until {{until}}.' },
  resit: { zh: '因{{what}}，您将参加补考', en: 'You will sit this exam again because of the {{what}}' },
  resitHint: {
    zh: '请继续作答，已答内容都会保留。补考安排由考务人员另行通知。',
    en: 'Carry on; everything you answer is kept. The organisers will tell you when and where.',
  },
  resitLater: {
    zh: '补考时间和地点由考务人员另行通知。本次作答和回执都会保留。',
    en: 'The organisers will tell you when and where. This attempt and its receipt are kept.',
  },
  platform: { zh: '平台中断 {{from}}–{{to}}', en: 'platform outage {{from}}–{{to}}' },
  line: { zh: '考场网络中断 {{from}}–{{to}}', en: 'network outage {{from}}–{{to}}' },
  room: { zh: '考场突发情况 {{from}}–{{to}}', en: 'disruption in the exam room {{from}}–{{to}}' },
  sayExtended: { zh: '考试时间延长 {{time}}：{{what}}', en: 'You have {{time}} more: {{what}}' },
});
