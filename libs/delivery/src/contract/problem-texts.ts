/** Titles of this context's refusals, by code. */
export const deliveryProblems: Readonly<Record<string, { zh: string; en: string }>> = {
  'delivery.attempt-not-found': { zh: '没有这次考试', en: 'There is no such attempt' },
  'delivery.not-open-yet': { zh: '考试尚未开始', en: 'The exam has not begun yet' },
  'delivery.entry-closed': { zh: '已过入场时间，不能开始', en: 'It is too late to start' },
  'delivery.not-started': { zh: '尚未开始作答', en: 'The attempt has not been started' },
  'delivery.log-archived': {
    zh: '本场作答记录已归档，请先恢复',
    en: 'The response log of this session is archived; restore it first',
  },
  'delivery.session-not-over': {
    zh: '本场考试尚未结束或成绩尚未发布，不能归档',
    en: 'The session is not over or its results are not released; it cannot be archived',
  },
  'delivery.partition-shared': {
    zh: '本场作答记录与其他场次同在一个分区，不能单独归档',
    en: 'The response log of this session shares a partition with others and cannot be archived alone',
  },
  'delivery.archive-damaged': {
    zh: '归档文件与记录不符，可能已损坏',
    en: 'The archive is not the one that was recorded; it may be damaged',
  },
  'delivery.attempt-closed': { zh: '已经交卷，不能再修改', en: 'The attempt is handed in and cannot be changed' },
  'delivery.not-the-writer': {
    zh: '正在另一个窗口或设备上作答；这里的内容已另存备查',
    en: 'Another window or device is writing; what was entered here has been kept',
  },
  'delivery.past-grace': { zh: '已过交卷时间；内容已另存备查', en: 'The time is over; what was entered has been kept' },
  'delivery.section-closed': { zh: '这一部分已经结束', en: 'This section is closed' },
  'delivery.section-not-next': { zh: '只能进入下一部分', en: 'Only the next section can be entered' },
  'delivery.section-too-early': { zh: '未到可以离开这一部分的时间', en: 'This section cannot be left yet' },
  'delivery.too-early-to-hand-in': { zh: '未到可以交卷的时间', en: 'It is too early to hand in' },
  'delivery.sequence-taken': { zh: '保存序号冲突，请刷新页面', en: 'A save number was used twice; reload the page' },
  'delivery.not-an-item': { zh: '答案与试题不符', en: 'The response does not fit the item' },
  'delivery.paper-not-found': { zh: '没有这份试卷', en: 'There is no such paper' },
  'delivery.paper-damaged': {
    zh: '试卷文件已损坏，请联系考务',
    en: 'The file of this paper is damaged; contact the exam office',
  },
  'delivery.page-key-unusable': { zh: '页面密钥无效，请刷新页面', en: "The page's key is unusable; reload the page" },
  'delivery.saving-too-fast': {
    zh: '保存过于频繁，稍后会自动重试',
    en: 'Too many changes in a short time; they will be sent again shortly',
  },
  'delivery.saves-queued-up': {
    zh: '保存排队中，稍后会自动重试',
    en: 'Saves are queuing; they will be sent again shortly',
  },
  'delivery.incident-not-found': { zh: '没有这个事件', en: 'There is no such incident' },
  'delivery.incident-not-over': {
    zh: '事件尚未结束，结束后才能批准',
    en: 'The incident still lasts; it can be approved once it is over',
  },
  'delivery.incident-changed': {
    zh: '事件的起止时间已有变化，请核对后再批准',
    en: 'The times of the incident have changed; look at them again before you approve it',
  },
  'delivery.incident-decided': { zh: '这个事件已有决定', en: 'This incident has been decided already' },
  'delivery.no-resits-to-confirm': {
    zh: '这个事件没有待确认的补考名单',
    en: 'This incident has no re-sit list to confirm',
  },
  'delivery.incident-outside-session': {
    zh: '起止时间须在场次开始之后、此刻之前，且结束晚于开始',
    en: 'The incident must lie after the beginning of the session and before now, and end after it began',
  },
  'delivery.unknown-seats': { zh: '场次中没有这些座位', en: 'The session has no such seats' },
  'delivery.journal-unusable': {
    zh: '本机作答记录不完整，无法核对',
    en: 'The journal of answers is incomplete and cannot be checked',
  },
  'delivery.response-file-unreadable': {
    zh: '这不是本平台的应急作答文件',
    en: 'This is not a response file of this platform',
  },
  'delivery.response-file-too-large': {
    zh: '文件过大，不可能是应急作答文件',
    en: 'The file is too large to be a response file',
  },
  'delivery.response-file-cut-off': {
    zh: '文件不完整，请重新拷贝后再试',
    en: 'The file is cut off; copy it again and retry',
  },
  'delivery.response-file-altered': {
    zh: '文件已损坏或被改动，无法解密核对',
    en: 'The file is damaged or was altered; it does not open',
  },
  'delivery.response-file-of-another': {
    zh: '文件是为另一套系统加密的',
    en: 'The file was encrypted for another installation',
  },
  'delivery.response-file-foreign': {
    zh: '文件不属于本场次的考生',
    en: 'The file belongs to no candidate of this session',
  },
  'delivery.answer-not-found': { zh: '没有这份待决定的作答', en: 'There is no such answer to decide about' },
  'delivery.answer-decided': { zh: '这份作答已有不同的决定', en: 'This answer has been decided otherwise' },
  'delivery.attempt-still-open': {
    zh: '该考生尚未交卷，交卷后才能决定',
    en: 'The attempt is not handed in yet; it can be decided after that',
  },
  'delivery.results-released': {
    zh: '成绩已发布，只能通过重新评分更改；该功能尚未提供',
    en: 'Results are released: this needs a rescoring, which is not available yet',
  },
  'delivery.own-answers': { zh: '不能决定自己的作答', en: 'Nobody decides about their own answers' },
  'delivery.later-answer-accepted': {
    zh: '同一题已有更晚的作答被接受',
    en: 'A later answer to the same item has been accepted',
  },
  'delivery.person-must-decide': { zh: '只能由人决定', en: 'A person must decide this' },
};
