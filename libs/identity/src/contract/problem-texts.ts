/** Titles of this context's refusals, by code. */
export const identityProblems: Readonly<Record<string, { zh: string; en: string }>> = {
  'identity.sign-in-failed': { zh: '邮箱、密码或验证码不正确', en: 'E-mail, password or code is not right' },
  'identity.second-factor-needed': { zh: '请输入动态验证码', en: 'Please enter the code of your authenticator' },
  'identity.sign-in-too-often': { zh: '尝试次数过多，请稍后再试', en: 'Too many attempts; please wait a little' },
  'identity.password-wrong': { zh: '当前密码不正确', en: 'The current password is not right' },
  'identity.password-too-easy': {
    zh: '密码不能与邮箱相同或过于简单',
    en: 'The password must not be the e-mail address or all too simple',
  },
  'identity.reset-link-spent': { zh: '链接已失效，请重新申请', en: 'The link is spent; ask for a new one' },
  'identity.code-wrong': { zh: '验证码不正确', en: 'The code is not right' },
  'identity.current-code-needed': {
    zh: '更换前，请输入现有验证器的验证码或恢复码',
    en: 'To replace the authenticator, enter a code of the present one or a recovery code',
  },
  'identity.no-totp-set-up': { zh: '请先开始设置动态验证码', en: 'Begin the set-up of the authenticator first' },
  'identity.document-not-valid': { zh: '证件号码有误', en: 'The document number is not valid' },
  'identity.document-taken': { zh: '该证件已被另一账号使用', en: 'Another account uses this document' },
  'identity.institution-code-taken': { zh: '机构代码已存在', en: 'There is an institution with this code' },
  'identity.institution-unknown': { zh: '没有这个机构', en: 'There is no such institution' },
  'identity.quota-used-up': { zh: '今日查询额度已用完', en: "Today's quota is used up" },
  'identity.own-rights-kept': {
    zh: '不能停用自己或取消自己的管理员角色',
    en: 'You cannot disable yourself or give up your own administrator role',
  },
};
