/** Titles of this context's refusals, by code. */
export const webhookProblems: Readonly<Record<string, { zh: string; en: string }>> = {
  'webhooks.webhook-not-found': { zh: '没有这个通知地址', en: 'There is no such webhook' },
  'webhooks.delivery-not-found': { zh: '没有这次投递', en: 'There is no such delivery' },
  'webhooks.address-refused': {
    zh: '通知地址必须是公网上的 https 地址，且不含用户名或密码',
    en: 'The address must be https on the public Internet, without user name or password',
  },
  'webhooks.too-many': { zh: '通知地址的数量已达上限', en: 'There are as many webhooks as an institution may have' },
};
