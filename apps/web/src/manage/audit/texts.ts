import { defineTexts } from '../../shared/texts';

export const auditTexts = defineTexts('manage-audit', {
  audit: { zh: '审计记录', en: 'Audit trail' },
  lead: {
    zh: '谁在何时做了什么。每条记录与前一条以哈希相连，事后改动会被发现。',
    en: 'Who did what, and when. Each entry is chained to the previous one by its hash, so later changes are detected.',
  },
  actor: { zh: '操作者（完整标识）', en: 'Actor (full ID)' },
  action: { zh: '动作（开头部分）', en: 'Action (starts with)' },
  object: { zh: '对象编号（完整）', en: 'Object ID (full)' },
  noEntries: { zh: '还没有记录', en: 'There are no entries yet' },
  noEntriesHint: { zh: '人员的操作会自动记在这里。', en: 'Actions are recorded here automatically.' },
  no: { zh: '序号', en: 'No.' },
  notSealed: { zh: '待入链', en: 'to be sealed' },
  at: { zh: '时间', en: 'When' },
  who: { zh: '操作者', en: 'Actor' },
  what: { zh: '动作', en: 'Action' },
  which: { zh: '对象', en: 'Object' },
  details: { zh: '详情', en: 'Details' },
  hash: { zh: '哈希', en: 'Hash' },
  onlyThis: { zh: '只看此项：{{value}}', en: 'Only this: {{value}}' },
  check: { zh: '校验审计链', en: 'Check the chain' },
  checking: { zh: '正在逐条校验', en: 'Checking every entry' },
  sound: { zh: '审计链完好：{{links}} 条记录逐条相符', en: 'The chain is intact: all {{links}} entries agree' },
  unlinked: {
    zh: '另有 {{count}} 条新记录等待入链。',
    en: { one: '{{count}} new entry waits to be sealed.', other: '{{count}} new entries wait to be sealed.' },
  },
  broken: { zh: '审计链在第 {{no}} 条处断开', en: 'The chain is broken at entry {{no}}' },
  brokenHint: {
    zh: '请立即保全数据库，不要再写入，并按应急预案处理。',
    en: 'Secure the database at once, write nothing more, and follow the emergency plan.',
  },
  faultGap: { zh: '序号缺失', en: 'a number is missing' },
  faultLink: { zh: '与前一条的哈希不符', en: 'it does not match the hash of the previous one' },
  faultAltered: { zh: '记录内容被改动', en: 'the entry was altered' },
});
