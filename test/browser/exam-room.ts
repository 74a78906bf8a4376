import type { Locator, Page } from 'playwright-core';

/** Answers items of `wanted` different kinds, walking from the first item on. Returns how many were answered. */
export async function answerKinds(page: Page, wanted: number): Promise<number> {
  const item = page.locator('#item');
  const all = await itemCount(page);
  const done = new Set<string>();
  for (let number = 1; number <= all && done.size < wanted; number += 1) {
    await page
      .locator('aside ol button')
      .nth(number - 1)
      .click();
    await page.locator(`aside ol li button[aria-current="step"]:text-is("${number}")`).waitFor();
    const kind = await kindOf(item);
    if (done.has(kind)) continue;
    await ANSWERS[kind](item, page);
    done.add(kind);
  }
  return done.size;
}

export const itemCount = (page: Page): Promise<number> => page.locator('aside ol button').count();

const ANSWERS = {
  radio: (_item: Locator, page: Page) => page.keyboard.press('b'),
  checkbox: async (item: Locator, page: Page) => {
    await item.getByRole('checkbox').first().focus();
    await page.keyboard.press('Space');
  },
  order: async (item: Locator) => {
    await item.locator('[data-control$="-down"]').first().focus();
    await item.page().keyboard.press('Enter');
  },
  choices: async (item: Locator) => {
    for (const select of await item.getByRole('combobox').all()) await select.selectOption({ index: 1 });
  },
  text: (item: Locator) => item.getByRole('textbox').fill('先界定问题，再收集证据。'),
  number: (item: Locator) => item.getByRole('textbox').fill('42'),
};

/** What the candidate sees: by it she knows how to answer. */
async function kindOf(item: Locator): Promise<keyof typeof ANSWERS> {
  if (await item.getByRole('radio').count()) return 'radio';
  if (await item.getByRole('checkbox').count()) return 'checkbox';
  if (await item.locator('[data-control$="-down"]').count()) return 'order';
  if (await item.getByRole('combobox').count()) return 'choices';
  return (await item.locator('input[inputmode="decimal"]').count()) ? 'number' : 'text';
}

/** Asks for the review, and hands in although items are open. Returns for how many of them the review gave a way back. */
export async function handIn(page: Page, onReview: () => Promise<void>): Promise<number> {
  await page.locator('aside > button').click();
  const review = page.locator('section[aria-labelledby="hand-in"]');
  await review.waitFor();
  await onReview();
  const open = await review.locator('li button').count();
  await review.locator('button.hz-button--primary').click();
  await page.getByRole('dialog').locator('button.hz-button--primary').click();
  await page.waitForURL('**/receipt');
  return open;
}
