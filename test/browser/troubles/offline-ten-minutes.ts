import { answerShown } from '../exam-room';
import { pause } from '../../tools/processes';
import type { Stage } from '../stage';
import { Sitting } from './sitting';

const MINUTE_MS = 60_000;
const MINUTES = 10;
/** What loading and the second's tick may take. */
const TOLERANCE_MS = 3_000;
const PATIENCE_MS = 30_000;

/**
 * Ten minutes in as many seconds: the page's timers and its monotonic clock are run on by ten minutes, and the attempt's moments in the
 * database are set ten minutes back. Both sides so agree about how much time is left, and the clocks that decide are real.
 */
export function offlineTenMinutes(stage: Stage): void {
  it('F23 (I10): ten minutes without a network: answering goes on, nothing is called saved, and all arrives in order', async () => {
    const sitting = await Sitting.begin(stage, 'offline', { prepare: ({ context }) => context.clock.install() });
    const { page, visitor } = sitting;
    const shown = new Map([[1, await sitting.answer(1)]]);
    await sitting.saved();
    const [claims, left, before] = [await sitting.claims(), await sitting.timeLeft(), await sitting.log()];

    await visitor.context.setOffline(true);
    for (let minute = 1; minute <= MINUTES; minute += 1) {
      const number = 1 + minute;
      shown.set(number, await sitting.answer(number, minute));
      await page.clock.runFor(MINUTE_MS);
      await sitting.unsaved();
    }
    await sitting.pass(MINUTES * MINUTE_MS);
    expect(await page.getByTestId('offline-bar').innerText()).toMatch(/\b1\d:\d\d/);
    expect(await sitting.claims()).toBe(claims);
    expect(Math.abs(left - MINUTES * MINUTE_MS - (await sitting.timeLeft()))).toBeLessThan(3 * TOLERANCE_MS);
    const kept = await sitting.journal();
    // Some answers are more than one change.
    expect(kept.length).toBeGreaterThanOrEqual(MINUTES);
    expect(kept.map(({ seq }) => seq)).toEqual(kept.map((_, n) => before.length + 1 + n));
    expect(await sitting.log()).toEqual(before);
    await visitor.look();
    await visitor.picture('exam-room/offline', 'webp');
    await visitor.album('offline');

    await visitor.context.setOffline(false);
    await sitting.saved();
    expect((await sitting.log()).slice(before.length)).toEqual(kept.map((entry) => ({ ...entry, late: false })));
    expect(await sitting.journal()).toEqual([]);
    // The first reply may have been slow, and says so much less; the beats after it are more exact.
    const patience = Date.now() + PATIENCE_MS;
    while ((await sitting.timeLeftIsOffBy()) > TOLERANCE_MS && Date.now() < patience) await pause(500);
    expect(await sitting.timeLeftIsOffBy()).toBeLessThan(TOLERANCE_MS);
    await visitor.album('back-online');

    const gaps = `SELECT bool_and(browser_offline AND reported_ms > $2) FROM delivery.contact_gap WHERE attempt_id = $1`;
    await stage.installation.until(gaps, [sitting.attemptId, (MINUTES - 1) * MINUTE_MS]);

    // The room is a page of the server's: without a network it does not load again. What was given is there when the network is.
    await visitor.context.setOffline(true);
    shown.set(1, await sitting.answer(1, 1));
    await sitting.unsaved();
    const warned = page.waitForEvent('dialog').then(async (dialog) => {
      await dialog.accept();
      return dialog.type();
    });
    await expect(page.reload()).rejects.toThrow('ERR_INTERNET_DISCONNECTED');
    expect(await warned).toBe('beforeunload');
    await visitor.context.setOffline(false);
    await page.goto(sitting.room);
    await page.locator('#item-heading').waitFor();
    await sitting.saved();
    expect((await sitting.log()).length).toBeGreaterThan(before.length + kept.length);
    for (const [number, answer] of shown)
      expect([number, await sitting.answerShownAt(number)]).toEqual([number, answer]);
    expect(await answerShown(page)).toBe(shown.get(1 + MINUTES));
    await sitting.leave();
  });
}
