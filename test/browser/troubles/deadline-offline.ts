import { numbersOf } from '../exam-room';
import type { Stage } from '../stage';
import { Sitting } from './sitting';

/** From the moment at which the deadline is set: to hear of it, to lose the network, and to answer. */
const TIME_MS = 8_000;
const ESSAY = '断网之后、到时之前写下的作答。';

/** F23 (I10): the deadline passes while the network is away. All clocks are real; only the attempt's deadline is moved close. */
export function deadlineWhileOffline(stage: Stage): void {
  describe('with a worker that hands in', () => {
    beforeAll(() => stage.installation.startWorker());
    afterAll(() => stage.installation.kill('worker'));
    it('F23: at the end without a network the page says until when what it holds counts; back within the grace it counts, marked late', async () => {
      const { sitting, choice, essay } = await atTheEnd(stage, 'within-grace', 60_000);
      const { page, visitor } = sitting;
      const over = page.getByTestId('time-over');
      await over.getByText('2 项作答还在本设备上').waitFor();
      expect(await page.getByRole('timer').innerText()).toMatch(/0:00$/);
      const { graceEndsAt, deadlineAt } = await sitting.times();
      expect(await over.innerText()).toContain(new Date(graceEndsAt).toLocaleTimeString('zh-CN', { hour12: false }));
      expect(await page.getByTestId('offline-bar').innerText()).not.toContain('继续作答');
      await visitor.look();
      await visitor.picture('exam-room/deadline-offline', 'webp');
      await visitor.album('deadline-offline');

      await visitor.context.setOffline(false);
      await sitting.saved();
      await over.getByText('标记为迟到').waitFor();
      const late = (await sitting.log()).filter((row) => row.late);
      expect(new Set(late.map(({ itemRef }) => itemRef)).size).toBe(2);
      expect(late.map(({ value }) => value)).toContain(ESSAY);
      await visitor.picture('exam-room/deadline-late', 'webp');
      await visitor.album('deadline-late');

      // The rest of the grace goes by, and the worker hands in.
      await sitting.endGrace();
      await page.waitForURL('**/receipt');
      await page.locator('h1').waitFor();
      expect(await sitting.handedIn()).toEqual({ by: 'worker', at: deadlineAt, answers: 3 });
      expect(await page.locator('main').innerText()).not.toContain('没有计入');
      expect(choice).not.toBe(essay);
      await sitting.leave();
    });

    it('F23: back after the grace, what was saved is handed in, and what was not is kept for a person to decide, and that is said', async () => {
      const { sitting } = await atTheEnd(stage, 'after-grace', 2_500);
      const { page, visitor } = sitting;
      const over = page.getByTestId('time-over');
      await over.getByText('2 项作答没有按时到达服务器').waitFor();
      await visitor.album('deadline-missed');
      await stage.installation.until(`SELECT status = 'submitted' FROM delivery.attempt WHERE id = $1`, [
        sitting.attemptId,
      ]);
      const saved = await sitting.log();

      await visitor.context.setOffline(false);
      await page.waitForURL('**/receipt');
      await page.getByText('2 项作答没有计入').waitFor();
      expect(await page.locator('main').innerText()).toContain('由考务人员决定');
      await visitor.look();
      await visitor.picture('exam-room/receipt-left-over', 'webp');
      await visitor.album('receipt-left-over');
      expect(await sitting.log()).toEqual(saved);
      expect(await sitting.handedIn()).toMatchObject({ by: 'worker', answers: 1 });
      const kept = await sitting.undecided();
      expect(kept.map(({ value }) => value)).toContain(ESSAY);
      expect(new Set(kept.map(({ itemRef }) => itemRef)).size).toBe(2);
      await sitting.leave();
    });
  });
}

/** One answer saved; then the network goes, two more are given, and the deadline passes. */
async function atTheEnd(stage: Stage, name: string, graceMs: number) {
  const sitting = await Sitting.begin(stage, name);
  const { page, visitor } = sitting;
  const [first, choice] = await numbersOf(page, 'radio', 2);
  const [essay] = await numbersOf(page, 'text', 1);
  await sitting.answer(first!);
  await sitting.saved();
  await stage.installation.until('SELECT count(*) = 1 FROM delivery.contact WHERE attempt_id = $1', [
    sitting.attemptId,
  ]);
  const { deadlineAt } = await sitting.setDeadline(TIME_MS, graceMs);
  // The page hears of it at its next beat; a network that comes back makes that at once.
  await visitor.context.setOffline(true);
  await visitor.context.setOffline(false);
  await page.waitForFunction(() => /\D0:0\d$/.test(document.querySelector('[role="timer"]')!.textContent!));
  await visitor.context.setOffline(true);
  await sitting.answer(choice!);
  await sitting.answer(essay!);
  await page.locator('#item').getByRole('textbox').fill(ESSAY);
  await sitting.unsaved();
  expect(Date.now()).toBeLessThan(deadlineAt);
  await page.getByTestId('time-over').waitFor();
  expect(Math.abs(Date.now() - deadlineAt)).toBeLessThan(1_500);
  return { sitting, choice, essay };
}
