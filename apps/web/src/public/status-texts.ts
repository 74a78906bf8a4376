import { defineTexts } from '../shared/texts';

export const statusTexts = defineTexts('public-status', {
  title: { zh: '平台状态', en: 'Platform status' },
  lead: {
    zh: '今天的考试是否正常，近 30 天发生过什么、怎样补偿。只有数字，没有考生和场次名称。',
    en: 'Whether today’s exams run well, what went wrong in the last 30 days, and how it was made up for. Numbers only: no names of people or sessions.',
  },
  up: { zh: '平台运行正常', en: 'The platform is up' },
  upSince: { zh: '自 {{at}} 起未中断', en: 'without a break since {{at}}' },
  checked: { zh: '查询于 {{at}}', en: 'checked {{at}}' },
  down: { zh: '现在连不上平台', en: 'The platform cannot be reached' },
  downHint: {
    zh: '可能是您的网络，也可能是平台中断。正在考试的作答保存在考生的设备上，恢复后自动上传；平台造成的时间损失会补偿。',
    en: 'It may be your own network, or an outage of ours. Answers of exams in progress are kept on the candidates’ devices and sent afterwards; time that we cost is given back.',
  },
  today: { zh: '今天的考试', en: 'Exams today' },
  running: { zh: '正在进行的场次', en: 'Sessions running' },
  atWork: { zh: '正在作答的考生', en: 'Candidates at work' },
  later: { zh: '稍后开始', en: 'Later today' },
  ended: { zh: '今天已结束', en: 'Ended today' },
  incidents: { zh: '近 30 天的中断与突发事件', en: 'Incidents of the last 30 days' },
  incidentsNote: { zh: '只列出已由考务人员确认的。', en: 'Those that were confirmed by the people who run the exams.' },
  none: { zh: '近 30 天没有', en: 'None in the last 30 days' },
  noneHint: { zh: '没有一场考试受到中断影响。', en: 'No exam was disrupted.' },
  what: { zh: '事件', en: 'What' },
  when: { zh: '时间', en: 'When' },
  lasted: { zh: '时长', en: 'Lasted' },
  extended: { zh: '延长时间的考生', en: 'Given more time' },
  resits: { zh: '补考的考生', en: 'Sit again' },
  platform: { zh: '平台中断', en: 'Platform outage' },
  line: { zh: '考场网络中断', en: 'Network outage' },
  room: { zh: '考场突发情况', en: 'Disruption in an exam room' },
});
