import type { Locator } from 'playwright-core';
import type { Language, Visitor } from './visitor';

const HOUR = 3_600_000;

/** A moment as a `datetime-local` field has it, in the time zone that this process and the browser share. */
const localText = (at: number): string =>
  new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16);

/** The manager plans a session with the first published form of a scheme, and opens it. Returns its id. */
export async function openSession(manager: Visitor, scheme: string, title: Record<Language, string>): Promise<string> {
  const { page } = manager;
  const field = (name: string) => page.locator(`#session-${name}`);
  const now = Date.now();
  await manager.open('/manage/sessions/new');
  await field('titleZh').fill(title.zh);
  await field('titleEn').fill(title.en);
  await field('schemeVersionId').click();
  await page.getByRole('option').filter({ hasText: scheme }).first().click();
  await field('formIds').focus();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('option').first().click();
  await page.keyboard.press('Escape');
  for (const [name, at] of [
    ['registrationOpensAt', now - HOUR],
    ['registrationClosesAt', now + 2 * HOUR],
    ['opensAt', now - HOUR / 12],
    ['closesAt', now + 4 * HOUR],
  ] as const) {
    await field(name).fill(localText(at));
  }
  await field('earliestHandInMinutes').fill('0');
  await field('lateEntryMinutes').fill('120');
  await manager.look();
  await page.locator('form button[type="submit"]').click();
  await page.waitForURL(/\/manage\/sessions\/[0-9a-f-]{36}$/);
  await confirm(manager, page.locator('main .hz-no-print button').first());
  return page.url().split('/').at(-1)!;
}

/** Ends the session before its time; the dialog wants to be told that this is meant. */
export async function closeSession(manager: Visitor, id: string): Promise<void> {
  await manager.open(`/manage/sessions/${id}`);
  await confirm(manager, manager.page.locator('main .hz-no-print button').first());
}

/** Publishes the results, as soon as nothing stands in the way. */
export async function releaseSession(manager: Visitor, id: string): Promise<void> {
  await manager.open(`/manage/sessions/${id}`);
  await confirm(manager, manager.page.locator('main .hz-no-print button').first());
}

/** Presses a button, ticks what its dialog wants ticked, confirms, and waits until the dialog is gone. */
async function confirm(manager: Visitor, button: Locator): Promise<void> {
  const dialog = manager.page.getByRole('dialog');
  await button.click();
  await dialog.waitFor();
  for (const box of await dialog.getByRole('checkbox').all()) await box.check();
  await manager.look();
  await dialog.locator('button[type="submit"]').click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Marks every script of every queue by the keyboard: the highest level of each criterion, then Enter. Returns how many. */
export async function markAll(marker: Visitor): Promise<number> {
  const { page } = marker;
  let marked = 0;
  await marker.open('/marking');
  for (const href of await queues(marker)) {
    await marker.open(href);
    while ((await page.locator('[data-level]').count()) > 0) {
      const script = await scriptNo(marker);
      for (const group of await page.locator('[role="group"]:has([data-level])').all()) {
        await page.keyboard.press(String(await group.locator('[data-level]').count()));
      }
      await page.keyboard.press('Enter');
      await page.waitForFunction(
        (before) => document.querySelector('[data-script]')?.getAttribute('data-script') !== before,
        script,
      );
      marked += 1;
      await marker.look();
    }
    await marker.open('/marking');
  }
  return marked;
}

const queues = ({ page }: Visitor): Promise<string[]> =>
  page
    .locator('a[href^="/marking/"]')
    .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href')!))]);

const scriptNo = ({ page }: Visitor) => page.locator('[data-script]').first().getAttribute('data-script');

/** A clerk makes a key for the institution's own software. Returns the secret, which is shown once. */
export async function makeApiKey(clerk: Visitor, name: string): Promise<string> {
  const { page } = clerk;
  await clerk.open('/institution?tab=keys');
  await page.getByRole('tabpanel').getByRole('button').first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').first().fill(name);
  await dialog.locator('button[type="submit"]').click();
  const secret = await dialog.locator('input[readonly]').inputValue();
  await clerk.look();
  return secret;
}
