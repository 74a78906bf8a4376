import { defineTexts } from '../../shared/texts';

export const recheckTexts = defineTexts('manage-rechecks', {
  rechecks: { zh: '证书复核', en: 'Re-check of certificates' },
  lead: {
    zh: '每天夜里，系统用发给第三方的同一个验证器，从存储的原始字节重新检查每一张已签发的证书：每种形式、公开的内容、PDF、状态列表和透明日志。',
    en: 'Every night each certificate is examined again from its stored bytes, with the verifier that strangers are given: every form of it, what is published, the PDF, the status lists and the transparency log.',
  },
  begin: { zh: '立即复核', en: 'Examine everything now' },
  openFaults: { zh: '未消除的问题', en: 'Open faults' },
  none: { zh: '没有', en: 'None' },
  lastRun: { zh: '最近一次完成', en: 'Last finished' },
  never: { zh: '还没有', en: 'Not yet' },
  examinedThen: { zh: '检查了 {{n}} 张证书', en: '{{n}} certificates examined' },
  underWay: { zh: '正在复核', en: 'Under way' },
  underWayNow: { zh: '已检查 {{examined}} / {{certificates}} 张', en: '{{examined}} of {{certificates}} examined' },
  runs: { zh: '最近的复核', en: 'Last runs' },
  noRuns: { zh: '还没有复核过', en: 'Nothing was examined yet' },
  noRunsHint: {
    zh: '第一次复核会在后台进程启动后自动开始。',
    en: 'The first run begins by itself as soon as a worker is running.',
  },
  begun: { zh: '开始', en: 'Begun' },
  occasion: { zh: '缘由', en: 'Occasion' },
  asked: { zh: '人工发起', en: 'Asked for' },
  nightly: { zh: '每夜例行', en: 'Nightly' },
  examined: { zh: '已检查', en: 'Examined' },
  found: { zh: '发现问题', en: 'Faults' },
  finished: { zh: '完成', en: 'Finished' },
  faults: { zh: '问题', en: 'Faults' },
  search: { zh: '证书编号', en: 'Certificate number' },
  state: { zh: '状态', en: 'State' },
  no: { zh: '未消除', en: 'Open' },
  yes: { zh: '已消除', en: 'Mended' },
  number: { zh: '证书编号', en: 'Number' },
  where: { zh: '位置', en: 'Where' },
  what: { zh: '问题', en: 'Fault' },
  firstSeen: { zh: '首次发现', en: 'First seen' },
  lastSeen: { zh: '最近发现', en: 'Last seen' },
  noFaults: { zh: '没有发现问题', en: 'No faults' },
  noFaultsHint: {
    zh: '所有检查过的证书都与签发时一致，第三方也会得出同样的结论。',
    en: 'Everything that was examined is as it was issued, and a stranger comes to the same answer.',
  },
  record: { zh: '证书记录', en: 'Record' },
  form: { zh: '凭证（JSON）', en: 'Credential (JSON)' },
  token: { zh: '凭证（JWT）', en: 'Credential (JWT)' },
  publication: { zh: '公开查验的内容', en: 'What is published' },
  pdf: { zh: 'PDF 文件', en: 'PDF' },
  log: { zh: '透明日志', en: 'Transparency log' },
  statement: { zh: '签发后的状态声明', en: 'Statement since its issue' },
  'whole-score': { zh: '全名、分数', en: 'full name, scores' },
  'whole-pass': { zh: '全名、仅通过', en: 'full name, pass only' },
  'masked-score': { zh: '隐名、分数', en: 'masked name, scores' },
  'masked-pass': { zh: '隐名、仅通过', en: 'masked name, pass only' },
});

/** What the faults are that the re-check itself finds; those of the verifier have the verifier's words. */
export const faultTexts = defineTexts('manage-recheck-faults', {
  'number-wrong': { zh: '编号的校验位不对。', en: 'The check character of the number is wrong.' },
  'record-altered': {
    zh: '签名前的原文已不是签发时的字节。',
    en: 'What was recorded before signing no longer has the bytes of then.',
  },
  'not-released': {
    zh: '已授予但超过一天仍未签发。',
    en: 'It was awarded more than a day ago and is still not issued.',
  },
  'form-missing': { zh: '缺少这种形式的凭证。', en: 'This form of the credential is missing.' },
  'form-differs': {
    zh: '这种形式的内容与证书记录不一致。',
    en: 'This form does not say what the record of the certificate says.',
  },
  'publication-missing': {
    zh: '没有公开，查验时会显示“不存在”。',
    en: 'It is not published: verifiers do not find it.',
  },
  'publication-differs': {
    zh: '公开的凭证与签发的凭证不同。',
    en: 'The published credential is another than the one that was issued.',
  },
  'status-differs': {
    zh: '公开的状态与证书的状态不同。',
    en: 'The published status is another than that of the certificate.',
  },
  'still-counts': {
    zh: '证书已不应有效，第三方仍会判断为有效或得不到应有的理由。',
    en: 'It should no longer count, but a stranger is not told so.',
  },
  'pdf-missing': { zh: 'PDF 文件不见了。', en: 'The PDF is gone.' },
  'pdf-differs': { zh: 'PDF 不是当时签发的文件。', en: 'The PDF is not the file that was issued.' },
  'not-logged': { zh: '透明日志中没有这一条。', en: 'It is not in the transparency log.' },
  'logged-differently': {
    zh: '透明日志承诺的内容与存储的不同。',
    en: 'What is stored is not what the transparency log is committed to.',
  },
  'log-damaged': {
    zh: '透明日志中相应的部分已损坏。',
    en: 'The part of the transparency log that tells of it is damaged.',
  },
  'without-certificate': {
    zh: '存在公开内容或日志条目，却没有这张证书。',
    en: 'Something is published or logged under a number that was never awarded.',
  },
  unreadable: { zh: '第三方无法得出结论。', en: 'A stranger comes to no answer.' },
});
