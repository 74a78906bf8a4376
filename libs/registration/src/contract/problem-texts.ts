/** Titles of this context's refusals, by code. */
export const registrationProblems: Readonly<Record<string, { zh: string; en: string }>> = {
  'registration.session-not-found': { zh: '没有这个考试场次', en: 'There is no such session' },
  'registration.session-not-valid': { zh: '场次设置有误', en: 'The settings of the session are not valid' },
  'registration.session-not-draft': {
    zh: '场次已开放报名，设置不能再修改',
    en: 'The session is open; its settings can no longer be changed',
  },
  'registration.session-cannot-become': {
    zh: '场次当前状态不允许此操作',
    en: 'The session is not in a state that allows this',
  },
  'registration.forms-not-ready': {
    zh: '试卷尚未发布或与场次规则不符，不能开放',
    en: 'A form is not published or does not fit the rules; the session cannot be opened',
  },
  'registration.scheme-not-published': { zh: '认证方案尚未发布', en: 'The certification scheme is not published' },
  'registration.window-not-over': {
    zh: '考试时间尚未结束；如需提前结束，请确认',
    en: 'The window is not over; confirm to close the session early',
  },
  'registration.window-has-begun': { zh: '考试时间已经开始', en: 'The window has begun' },
  'registration.not-found': { zh: '没有这条报名记录', en: 'There is no such registration' },
  'registration.not-open': { zh: '现在不在报名时间内', en: 'Registration is not open now' },
  'registration.already-registered': { zh: '您已报名该场次', en: 'You are already registered for this session' },
  'registration.session-full': { zh: '该场次名额已满', en: 'The session is full' },
  'registration.not-eligible': {
    zh: '您填写的情况不符合申报条件',
    en: 'What you stated does not meet the requirements',
  },
  'registration.no-sittings-left': {
    zh: '该认证的考试次数已用完',
    en: 'You have no sittings left for this certification',
  },
  'registration.waiting-time-not-over': {
    zh: '距上次考试的间隔时间不足',
    en: 'The waiting time since your last sitting is not over',
  },
  'registration.no-ticket': { zh: '该报名没有准考证', en: 'There is no ticket for this registration' },
};
