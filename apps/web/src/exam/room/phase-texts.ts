import { defineTexts } from '../../shared/texts';

/** Texts of the pages between items: sections, hand-in, end of time, take-over. */
export const phaseTexts = defineTexts('exam-phases', {
  reviewTitle: { zh: '交卷前检查', en: 'Before you hand in' },
  reviewCounts: {
    zh: '共 {{all}} 题：已答 {{answered}}，部分作答 {{partly}}，未答 {{unanswered}}',
    en: '{{all}} items: {{answered}} answered, {{partly}} partly answered, {{unanswered}} unanswered',
  },
  allAnswered: { zh: '全部题目都已作答。', en: 'Every item is answered.' },
  unansweredList: { zh: '未答的题目', en: 'Unanswered items' },
  partlyList: { zh: '部分作答的题目', en: 'Partly answered items' },
  flaggedList: { zh: '标记的题目', en: 'Flagged items' },
  backToItems: { zh: '返回作答', en: 'Back to the items' },
  handIn: { zh: '交卷', en: 'Hand in' },
  earliest: { zh: '{{time}} 起可以交卷', en: 'You can hand in from {{time}}' },
  confirmTitle: { zh: '确认交卷？', en: 'Hand in your exam?' },
  confirmAll: { zh: '交卷后不能再修改。', en: 'Nothing can be changed afterwards.' },
  confirmOpen: {
    zh: '还有 {{count}} 题没有答完。交卷后不能再修改。',
    en: {
      one: '{{count}} item is not fully answered. Nothing can be changed afterwards.',
      other: '{{count}} items are not fully answered. Nothing can be changed afterwards.',
    },
  },
  confirm: { zh: '确认交卷', en: 'Hand in now' },
  check: { zh: '再检查一下', en: 'Check again' },
  handingIn: { zh: '正在交卷', en: 'Handing in' },
  waitingForSaves: {
    zh: '先等待 {{count}} 项作答保存完毕，随后自动交卷。',
    en: {
      one: 'Waiting for {{count}} answer to be saved; the exam is then handed in.',
      other: 'Waiting for {{count}} answers to be saved; the exam is then handed in.',
    },
  },
  waitingForServer: { zh: '正在等待服务器确认。', en: 'Waiting for the server to confirm.' },
  stopHandingIn: { zh: '暂不交卷', en: 'Do not hand in yet' },
  leaveTitle: { zh: '结束“{{section}}”？', en: 'End “{{section}}”?' },
  leaveForGood: {
    zh: '进入下一部分“{{next}}”后，不能再回到这一部分。',
    en: 'Once you go on to “{{next}}” you cannot come back.',
  },
  carriesOver: { zh: '剩余的时间会计入下一部分。', en: 'The time left is added to the next section.' },
  timeIsLost: { zh: '本部分剩余的时间不会保留。', en: 'The time left in this section is not kept.' },
  leaveFrom: { zh: '{{time}} 起可以结束本部分', en: 'This section can be ended from {{time}}' },
  goOn: { zh: '结束并进入下一部分', en: 'End and go on' },
  stay: { zh: '留在本部分', en: 'Stay in this section' },
  entering: { zh: '正在进入下一部分', en: 'Going on to the next section' },
  sectionOver: { zh: '本部分时间已到', en: 'Time is up for this section' },
  sectionOverHint: {
    zh: '作答已保存后，将自动进入下一部分。',
    en: 'As soon as your answers are saved, the next section opens automatically.',
  },
  lastSectionOver: { zh: '这是最后一部分，请交卷。', en: 'This was the last section. Hand in now.' },
  timeOver: { zh: '考试时间到，正在自动交卷', en: 'Time is up. Your answers are being handed in automatically' },
  timeOverHint: {
    zh: '您不需要做任何操作。截止前的作答都会交上，请保持此页打开直到出现回执。',
    en: 'There is nothing you need to do. Everything answered in time is handed in; keep this page open until the receipt appears.',
  },
  timeOverOffline: { zh: '考试时间到', en: 'Time is up' },
  timeOverAllSaved: {
    zh: '您的作答都已在服务器上，会自动交卷，没有网络也一样。恢复连接后，回执会出现在这里。',
    en: 'All your answers are on the server and are handed in automatically, also while you are offline. The receipt appears here once you are back online.',
  },
  timeOverWithinGrace: {
    zh: '{{count}} 项作答还在本设备上，没有到达服务器。请恢复网络，并保持此页打开：{{time}} 前到达的计入成绩，并标记为迟到；之后到达的会留存，由考务人员决定。',
    en: {
      one: '{{count}} answer is on this device and has not reached the server. Get back online and keep this page open: if it arrives by {{time}} it counts, marked as late; later it is kept, and the exam office decides.',
      other:
        '{{count}} answers are on this device and have not reached the server. Get back online and keep this page open: what arrives by {{time}} counts, marked as late; what arrives later is kept, and the exam office decides.',
    },
  },
  timeOverPastGrace: {
    zh: '{{count}} 项作答没有按时到达服务器，还在本设备上。恢复网络后会自动上传并留存，由考务人员决定是否计入；请保持此页打开。此前已保存的作答会自动交卷。',
    en: {
      one: '{{count}} answer did not reach the server in time and is still on this device. Once you are online it is sent and kept, and the exam office decides whether it counts; keep this page open. Everything saved before is handed in automatically.',
      other:
        '{{count}} answers did not reach the server in time and are still on this device. Once you are online they are sent and kept, and the exam office decides whether they count; keep this page open. Everything saved before is handed in automatically.',
    },
  },
  arrivedLate: {
    zh: '最后的作答在宽限时间内到达：已保存，标记为迟到。',
    en: 'Your last answers arrived within the time allowed: saved, and marked as late.',
  },
  stillSending: {
    zh: '还有 {{count}} 项截止前的作答正在上传。',
    en: {
      one: '{{count}} answer given in time is still being sent.',
      other: '{{count}} answers given in time are still being sent.',
    },
  },
  elsewhereTab: { zh: '这场考试已在另一个标签页中打开', en: 'This exam is open in another tab' },
  elsewhereDevice: {
    zh: '这场考试已在另一台设备或浏览器中打开',
    en: 'This exam was opened on another device or browser',
  },
  elsewhereUnknown: { zh: '这场考试已经开始', en: 'This exam has been started' },
  elsewhereUnknownHint: {
    zh: '本设备不能记住是否在这里开始的。在此继续作答即可：已保存的作答都在，考试时间不变；如果考试还在别处打开，那里将变为只读。',
    en: 'This device cannot remember whether you started here. Just continue: everything saved is there, and your time does not change. Should the exam be open elsewhere, that page becomes read-only.',
  },
  elsewhereLeft: { zh: '剩余时间 {{time}}', en: 'Time left {{time}}' },
  elsewhereHint: {
    zh: '同一时间只能在一处作答。在此继续后，另一处将变为只读；已保存的作答都会带过来，考试时间不变。',
    en: 'You can answer in only one place at a time. If you continue here, the other one becomes read-only. Everything saved comes with you, and your time does not change.',
  },
  continueHere: { zh: '在此继续作答', en: 'Continue here' },
  staleTitle: { zh: '您正在另一处作答，此页已停止', en: 'You are answering elsewhere; this page has stopped' },
  staleHint: {
    zh: '此页不能再修改答案，也不会覆盖另一处的作答。',
    en: 'This page can no longer change answers and will not overwrite anything.',
  },
  unsentTitle: { zh: '此页尚未保存的作答', en: 'Answers on this page that were not saved' },
  unsentHint: {
    zh: '内容已保留，可以复制；在此继续作答时会按时间先后合并。',
    en: 'They are kept and can be copied. If you continue here, they are merged: the later answer to each item counts.',
  },
  noneUnsent: { zh: '此页没有未保存的作答。', en: 'Nothing on this page was left unsaved.' },
});
