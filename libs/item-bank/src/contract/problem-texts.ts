/** Titles of this context's refusals, by code. */
export const itemBankProblems: Readonly<Record<string, { zh: string; en: string }>> = {
  'item-bank.item-not-found': { zh: '没有这道试题', en: 'There is no such item' },
};
