import type { Locator, Page } from 'playwright-core';

/** Answers items of `wanted` different kinds, walking from the first item on. Returns how many were answered. */
export async function answerKinds(page: Page, wanted: number): Promise<number> {
  const item = page.locator('#item');
  const all = await itemCount(page);
  const done = new Set<string>();
  for (let number = 1; number <= all && done.size < wanted; number += 1) {
    await goTo(page, number);
    const kind = await kindOf(item);
    if (done.has(kind)) continue;
    await ANSWERS[kind](item, 0);
    done.add(kind);
  }
  return done.size;
}

/** Shows the item with this number, by the map beside the items. */
export async function goTo(page: Page, number: number): Promise<void> {
  await page
    .locator('aside ol button')
    .nth(number - 1)
    .click();
  await page.locator(`aside ol li button[aria-current="step"]:text-is("${number}")`).waitFor();
}

export const itemCount = (page: Page): Promise<number> => page.locator('aside ol button').count();

/** Answers the item that is shown; another `turn` gives another answer. */
export async function answerTheItem(page: Page, turn: number): Promise<void> {
  const item = page.locator('#item');
  await ANSWERS[await kindOf(item)](item, turn);
}

/** The numbers of so many items of a kind, in order; the last of them that was found is shown then. What is written stands at the end. */
export async function numbersOf(page: Page, kind: keyof typeof ANSWERS, wanted: number): Promise<number[]> {
  const found: number[] = [];
  const numbers = Array.from({ length: await itemCount(page) }, (_, n) => n + 1);
  if (kind === 'text') numbers.reverse();
  for (const number of numbers) {
    if (found.length === wanted) break;
    await goTo(page, number);
    if ((await kindOf(page.locator('#item'))) === kind) found.push(number);
  }
  return found.sort((a, b) => a - b);
}

/** The answer that the page shows of its item, in a form that can be compared. */
export function answerShown(page: Page): Promise<string> {
  return page.locator('#item').evaluate((item) => {
    const fields = [...item.querySelectorAll<HTMLInputElement>('input, select, textarea')];
    const marks = fields.map(({ type, checked, value }) => (type === 'radio' || type === 'checkbox' ? checked : value));
    const order = [...item.querySelectorAll('li:has([data-control$="-down"])')].map((row) => row.textContent);
    return JSON.stringify([...marks, ...order]);
  });
}

const ANSWERS = {
  radio: (item: Locator, turn: number) => item.page().keyboard.press('ba'[turn % 2]!),
  checkbox: async (item: Locator, turn: number) => {
    await item
      .getByRole('checkbox')
      .nth(turn % 3)
      .focus();
    await item.page().keyboard.press('Space');
  },
  order: async (item: Locator) => {
    await item.locator('[data-control$="-down"]').first().focus();
    await item.page().keyboard.press('Enter');
  },
  choices: async (item: Locator, turn: number) => {
    for (const select of await item.getByRole('combobox').all()) await select.selectOption({ index: 1 + (turn % 2) });
  },
  text: (item: Locator, turn: number) =>
    item.getByRole('textbox').fill(`先界定问题，再收集证据${'。'.repeat(1 + turn)}`),
  number: (item: Locator, turn: number) => item.getByRole('textbox').fill(String(42 + turn)),
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
