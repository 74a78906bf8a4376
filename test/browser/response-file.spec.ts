import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { numbersOf } from './exam-room';
import { setStage } from './stage';
import { Sitting } from './troubles/sitting';
import { Visitor, type Language } from './visitor';

/** From the moment at which the deadline is set: to hear of it, to lose the network, and to answer. */
const TIME_MS = 15_000;
const GRACE_MS = 2_500;
const ESSAY = '断网期间写下的作答，只在这台设备上。';

describe('a candidate without any network across the end', () => {
  const stage = setStage();
  beforeAll(() => stage.installation.startWorker());

  const staff = async (role: 'manager' | 'invigilator', language: Language, width = 1_440) => {
    const visitor = await Visitor.arrive(stage.browser, { base: stage.installation.base, language, width });
    await visitor.signInQuietly(`${role}@demo.example`, 'hengzheng-demo');
    return visitor;
  };

  it('saves an encrypted file, which an invigilator hands in; what a manager accepts counts, and the candidate sees it', async () => {
    const sitting = await Sitting.begin(stage, 'response-file');
    const { page, visitor } = sitting;
    const [first, choice] = await numbersOf(page, 'radio', 2);
    const [essay] = await numbersOf(page, 'text', 1);
    await sitting.answer(first!);
    await sitting.saved();
    await stage.installation.until('SELECT count(*) = 1 FROM delivery.contact WHERE attempt_id = $1', [
      sitting.attemptId,
    ]);
    await sitting.setDeadline(TIME_MS, GRACE_MS);
    await visitor.context.setOffline(true);
    await visitor.context.setOffline(false);
    await page.waitForFunction(() => /\D0:[01]\d$/.test(document.querySelector('[role="timer"]')!.textContent!));
    await visitor.context.setOffline(true);
    await sitting.answer(choice!);
    await sitting.answer(essay!);
    await page.locator('#item').getByRole('textbox').fill(ESSAY);
    await sitting.unsaved();
    await page.getByTestId('time-over').waitFor();
    const file = await savedFile(page);
    expect(file.includes(ESSAY)).toBe(false);
    await visitor.look();
    await visitor.album('response-file');
    const { attemptId } = sitting;
    await stage.installation.until(`SELECT status = 'submitted' FROM delivery.attempt WHERE id = $1`, [attemptId]);
    await stage.installation.until('SELECT generation = 1 FROM grading.scored_attempt WHERE attempt_id = $1', [
      attemptId,
    ]);
    const [row] = await stage.installation.query<{ session: string }>(
      'SELECT session_id AS session FROM delivery.attempt WHERE id = $1',
      [attemptId],
    );

    const invigilator = await staff('invigilator', 'zh');
    await invigilator.open(`/manage/sessions/${row!.session}?tab=late`);
    await invigilator.page.getByRole('button', { name: '提交加密作答文件' }).click();
    const dialog = invigilator.page.getByRole('dialog');
    await give(invigilator.page, file.subarray(0, file.length - 9));
    await dialog.getByText('文件不完整').waitFor();
    await give(invigilator.page, Buffer.from('not a file of ours'));
    await dialog.getByText('不是本平台的应急作答文件').waitFor();
    await give(invigilator.page, Buffer.alloc(600_000));
    await dialog.getByText('文件过大').waitFor();
    expect(await stage.installation.query('SELECT 1 FROM delivery.offline_answer')).toEqual([]);
    // The browser has noted the refusals as failed requests.
    invigilator.problems.length = 0;
    await give(invigilator.page, file);
    const report = dialog.getByTestId('file-report');
    await report.getByText('共 2 项作答').waitFor();
    expect(await report.getByText('待决定').count()).toBe(2);
    await invigilator.look();
    await dialog.getByRole('button', { name: '提交', exact: true }).click();
    await dialog.getByText('已提交').waitFor();
    await dialog.getByRole('button', { name: '关闭' }).last().click();
    await invigilator.page.getByRole('row').filter({ hasText: ESSAY }).waitFor();
    // Who brings a file does not decide about it.
    expect(await invigilator.page.getByRole('button', { name: /^接受/ }).count()).toBe(0);
    await invigilator.look();
    await invigilator.album('late-answers');
    expect(await sitting.log()).toHaveLength(1);

    const manager = await staff('manager', 'en');
    await manager.open(`/manage/sessions/${row!.session}?tab=late`);
    const waiting = manager.page.getByRole('row').filter({ hasText: 'To be decided' });
    expect(await waiting.count()).toBe(2);
    await manager.album('late-answers');
    const rowOfChoice = waiting.filter({ hasNotText: ESSAY });
    await rowOfChoice.getByRole('button', { name: /^Accept/ }).click();
    await decide(manager, 'The network of the room was down from 9:40 on.');
    await waiting
      .filter({ hasText: ESSAY })
      .getByRole('button', { name: /^Do not accept/ })
      .click();
    await decide(manager, 'Written after everybody had left.');
    await manager.page.getByRole('row').filter({ hasText: 'Not accepted' }).waitFor();
    await manager.look();
    await manager.album('late-decided');

    const counted = await sitting.log();
    expect(counted).toHaveLength(2);
    expect(counted[1]).toMatchObject({ seq: 2, late: true });
    await stage.installation.until('SELECT generation = 2 FROM grading.scored_attempt WHERE attempt_id = $1', [
      attemptId,
    ]);
    await stage.installation.until(
      `SELECT count(*) = 1 FROM grading.score WHERE attempt_id = $1 AND generation = 2 AND item_ref = '${counted[1]!.itemRef}'`,
      [attemptId],
    );

    await visitor.context.setOffline(false);
    await page.waitForURL('**/receipt');
    await page.getByText('有 1 项迟到的作答经考务人员决定计入').waitFor();
    await page.getByText('1 项作答没有计入').waitFor();
    await page.getByText('考务人员已决定不计入').waitFor();
    await visitor.look();
    await visitor.album('receipt-additions');
    // What the page brought by itself afterwards was there already.
    expect(await sitting.log()).toHaveLength(2);
    expect(await stage.installation.query('SELECT 1 FROM delivery.offline_answer')).toHaveLength(2);
    expect([...invigilator.problems, ...manager.problems]).toEqual([]);
    await Promise.all([sitting.leave(), invigilator.leave(), manager.leave()]);
  }, 240_000);
});

async function savedFile(page: Page): Promise<Buffer> {
  const coming = page.waitForEvent('download');
  await page.getByTestId('response-file').getByRole('button').click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^hengzheng-[0-9a-f]{12}\.hzresp$/);
  await page.getByTestId('response-file').getByText('请交给监考人员').last().waitFor();
  return readFileSync(await download.path());
}

/** Chooses a file in the dialog. */
const give = (page: Page, buffer: Buffer): Promise<void> =>
  page
    .getByRole('dialog')
    .locator('input[type="file"]')
    .or(page.locator('input[type="file"]'))
    .first()
    .setInputFiles({ name: 'answers.hzresp', mimeType: 'application/octet-stream', buffer });

async function decide(manager: Visitor, reason: string): Promise<void> {
  const dialog = manager.page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(reason);
  await manager.look();
  await dialog.locator('button[type="submit"]').click();
  await dialog.waitFor({ state: 'hidden' });
}
