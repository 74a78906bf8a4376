import { defineTexts } from '../../shared/texts';

/** Texts of the receipt. */
export const receiptTexts = defineTexts('exam-receipt', {
  title: { zh: '交卷回执', en: 'Receipt' },
  handedIn: { zh: '已交卷', en: 'Handed in' },
  handedInByWorker: { zh: '时间到，已自动交卷', en: 'Time was up: handed in automatically' },
  kept: {
    zh: '您的作答已完整保存。请下载这份回执：它能证明您交了什么。',
    en: 'Your answers are saved in full. Download this receipt: it proves what you handed in.',
  },
  keptInPart: {
    zh: '到达服务器的作答都已交上。请下载这份回执：它能证明您交了什么。',
    en: 'Every answer that had reached the server is handed in. Download this receipt: it proves what you handed in.',
  },
  exam: { zh: '考试', en: 'Exam' },
  candidate: { zh: '考生', en: 'Candidate' },
  submittedAt: { zh: '交卷时间', en: 'Handed in at' },
  responses: { zh: '作答', en: 'Answers' },
  responsesValue: { zh: '{{count}} 题', en: { one: '{{count}} item', other: '{{count}} items' } },
  attempt: { zh: '作答编号', en: 'Attempt' },
  hash: { zh: '作答的哈希值（SHA-256）', en: 'Hash of the answers (SHA-256)' },
  hashHolds: { zh: '已在本设备上核对：与您的作答一致', en: 'Checked on this device: matches your answers' },
  hashFails: {
    zh: '与作答不一致，请联系考务并保留此页',
    en: 'Does not match your answers. Keep this page and contact the exam office',
  },
  signature: { zh: '服务器签名（Ed25519）', en: 'Server signature (Ed25519)' },
  publicKey: { zh: '签名公钥', en: 'Public key' },
  download: { zh: '下载回执', en: 'Download the receipt' },
  print: { zh: '打印', en: 'Print' },
  toMine: { zh: '我的考试', en: 'My exams' },
  next: {
    zh: '成绩发布后，您会在“我的考试”中看到，并收到邮件通知。',
    en: 'You will find your result under “My exams” once it is released, and we will e-mail you.',
  },
  notYet: { zh: '还没有交卷', en: 'Nothing has been handed in yet' },
  backToRoom: { zh: '返回考场', en: 'Back to the exam room' },
  addedTitle: {
    zh: '有 {{count}} 项迟到的作答经考务人员决定计入',
    en: {
      one: '{{count}} late answer was accepted by the exam office and counts',
      other: '{{count}} late answers were accepted by the exam office and count',
    },
  },
  addedHint: {
    zh: '回执本身不变；补计的内容另有服务器签名，会一并写入下载的回执文件。',
    en: 'The receipt stays as it is. What was accepted is signed by the server as well and included in the downloaded receipt file.',
  },
  leftTitle: {
    zh: '本设备上有 {{count}} 项作答没有计入',
    en: {
      one: '{{count}} answer on this device does not count',
      other: '{{count}} answers on this device do not count',
    },
  },
  leftKept: {
    zh: '它们在截止之后才到达服务器，已留存，由考务人员决定是否计入。内容也会一并写入下载的回执文件。',
    en: 'They reached the server after the end. They are kept there, and the exam office decides whether they count. They are included in the downloaded receipt file, too.',
  },
  leftDeclined: {
    zh: '它们在截止之后才到达服务器，考务人员已决定不计入。内容会一并写入下载的回执文件，供申诉时使用。',
    en: 'They reached the server after the end, and the exam office has decided that they do not count. They are included in the downloaded receipt file, should you want to appeal.',
  },
  leftUnsent: {
    zh: '它们还没有到达服务器，只在本设备上。内容会一并写入下载的回执文件。',
    en: 'They have not reached the server and are on this device alone. They are included in the downloaded receipt file.',
  },
});
