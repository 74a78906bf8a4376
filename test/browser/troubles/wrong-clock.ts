import type { Stage } from '../stage';
import { Sitting } from './sitting';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** The face shows whole seconds, and is renewed twice in each. */
const SECOND_MS = 1_600;

/**
 * The date that the page is told, by Playwright's clock: a wrong one that goes on at the right speed, as machines have it. Its monotonic
 * clock is left alone, except where a laptop sleeps. (Under libfaketime the whole browser takes ten times as long to start.)
 */
export function wrongClock(stage: Stage): void {
  it('F21 (P4): a clock that is wrong, jumps, or stands still, and another time zone, change neither time left nor deadline', async () => {
    const sitting = await Sitting.begin(stage, 'wrong-clock', {
      prepare: ({ context }) => context.clock.install({ time: Date.now() + HOUR_MS }),
    });
    const { page, visitor } = sitting;
    const { clock } = page;
    const inspector = await visitor.context.newCDPSession(page);
    const before = await sitting.times();
    const steps: [string, () => Promise<unknown>][] = [
      ['an hour ahead from the start', () => Promise.resolve()],
      ['set back by two hours', () => clock.setSystemTime(Date.now() - HOUR_MS)],
      ['set to tomorrow', () => clock.setSystemTime(Date.now() + DAY_MS)],
      ['frozen', () => clock.setFixedTime(Date.now())],
      ['in New York', () => inspector.send('Emulation.setTimezoneOverride', { timezoneId: 'America/New_York' })],
    ];
    for (const [at, [what, change]] of steps.entries()) {
      await change();
      await sitting.answer(1 + at);
      await sitting.saved();
      expect([what, (await sitting.timeLeftIsOffBy()) < SECOND_MS]).toEqual([what, true]);
    }
    expect(await sitting.times()).toEqual(before);
    const log = await sitting.log();
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, n) => n + 1));
    expect(log.some(({ late }) => late)).toBe(false);
    // A moment of saving is the server's, told in the time zone of the candidate.
    const [last] = await stage.installation.query<{ at: Date }>(
      'SELECT max(received_at) AS at FROM delivery.response_log WHERE attempt_id = $1',
      [sitting.attemptId],
    );
    const inNewYork = last!.at.toLocaleTimeString('zh-CN', { hour12: false, timeZone: 'America/New_York' });
    expect(await page.locator('header [data-state="saved"]').innerText()).toContain(inNewYork);
    expect(visitor.problems).toEqual([]);
    await sitting.leave();
  });

  it('F26: a laptop that slept for twenty minutes shows the right time as soon as it hears of the server', async () => {
    const sitting = await Sitting.begin(stage, 'asleep', { prepare: ({ context }) => context.clock.install() });
    const { page, visitor } = sitting;
    const shown = await sitting.answer(1);
    await sitting.saved();
    // Asleep: the page's clocks stand still and its network is gone, while twenty minutes go by for the attempt.
    await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1_000);
    await visitor.context.setOffline(true);
    await sitting.pass(20 * MINUTE_MS);
    await page.clock.resume();
    await visitor.context.setOffline(false);
    await page.waitForFunction(
      (most) => {
        const face = /(\d+):(\d\d):(\d\d)/.exec(document.querySelector('[role="timer"]')!.textContent!)!;
        return Number(face[1]) * 60 + Number(face[2]) < most;
      },
      (await sitting.timeLeft()) / MINUTE_MS - 19,
    );
    expect(await sitting.timeLeftIsOffBy()).toBeLessThan(SECOND_MS);
    await sitting.answer(2);
    await sitting.saved();
    expect(await sitting.answerShownAt(1)).toBe(shown);
    expect((await sitting.log()).some(({ late }) => late)).toBe(false);
    await sitting.leave();
  });
}
