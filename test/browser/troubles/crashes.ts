import { numbersOf } from '../exam-room';
import type { Stage } from '../stage';
import { Candidate, CANDIDATE_PASSWORD } from '../../tools/candidate';
import { OwnBrowser } from './own-browser';
import { Sitting } from './sitting';

/** F26: what was acknowledged is back at once, and what was not comes back from the device and is sent. */
export function crashes(stage: Stage): void {
  it('F26: a tab that crashes while the network is away loses nothing that was answered', async () => {
    const sitting = await Sitting.begin(stage, 'crash', { language: 'en' });
    const { page, visitor } = sitting;
    const answers = [await sitting.answer(1)];
    await sitting.saved();
    await visitor.context.setOffline(true);
    answers.push(await sitting.answer(2), await sitting.answer(3));
    await sitting.unsaved();
    const kept = await sitting.journal();
    const before = await sitting.log();

    const crashed = page.waitForEvent('crash');
    const inspector = await visitor.context.newCDPSession(page);
    inspector.send('Page.crash').catch(() => undefined);
    await crashed;
    await page.close();
    await visitor.context.setOffline(false);
    const again = sitting.seenBy(await visitor.inAnotherTab());
    await again.page.goto(again.room);
    await again.page.locator('#item-heading').waitFor();
    await again.saved();
    expect(await again.log()).toEqual([...before, ...kept.map((entry) => ({ ...entry, late: false }))]);
    for (const [at, answer] of answers.entries()) expect(await again.answerShownAt(at + 1)).toBe(answer);
    expect(again.visitor.problems).toEqual([]);
    await again.leave();
  });

  it('F26, F20: after kill -9 of the browser the answers are on its disk; two copies of that disk send them once', async () => {
    const { base } = stage.installation;
    const candidate = await Candidate.signUp(base, 'power-cut');
    await candidate.register();
    const first = await OwnBrowser.open(base, 'zh');
    await first.visitor.signInQuietly(candidate.email, CANDIDATE_PASSWORD);
    await first.visitor.enterRoom(candidate.registrationId);
    const sitting = await Sitting.of(stage, candidate, first.visitor);
    const answers = [await sitting.answer(1)];
    await sitting.saved();
    await first.visitor.context.setOffline(true);
    answers.push(await sitting.answer(2), await sitting.answer(3));
    await sitting.unsaved();
    const kept = await sitting.journal();
    const before = await sitting.log();
    await first.kill();

    // A login that was not yet on the disk is gone with the power: then the page asks for it and leads back to the room.
    const copy = first.copyOfDisk();
    const [second, clone] = await Promise.all([first.profile, copy].map((disk) => OwnBrowser.open(base, 'zh', disk)));
    const again = sitting.seenBy(second!.visitor);
    await second!.visitor.context.clearCookies();
    await again.page.goto(sitting.room);
    await again.page.waitForURL('**/sign-in**');
    await again.page.locator('#sign-in-email').fill(candidate.email);
    await again.page.locator('#sign-in-password').fill(CANDIDATE_PASSWORD);
    await again.page.locator('#sign-in-password').press('Enter');
    await again.page.locator('#item-heading').waitFor();
    await again.saved();
    const after = [...before, ...kept.map((entry) => ({ ...entry, late: false }))];
    expect(await again.log()).toEqual(after);
    for (const [at, answer] of answers.entries()) expect(await again.answerShownAt(at + 1)).toBe(answer);

    // The other machine has the same answers, too, and believes that they are unsent.
    const twin = sitting.seenBy(clone!.visitor);
    await clone!.visitor.signInQuietly(candidate.email, CANDIDATE_PASSWORD);
    await twin.page.goto(sitting.room);
    await twin.page.getByTestId('elsewhere').getByRole('button').click();
    await twin.page.locator('#item-heading').waitFor();
    const [choice] = await numbersOf(twin.page, 'radio', 1);
    const answer = await twin.answer(choice!, 1);
    await twin.saved();
    const written = await twin.log();
    expect(written.slice(0, after.length)).toEqual(after);
    expect(written).toHaveLength(after.length + 1);
    // The first one learns it when it next speaks to the server; what it holds then does not go over what the twin wrote.
    await again.answerNotKnowing(choice!, 0);
    expect(await again.log()).toEqual(written);
    expect(await twin.answerShownAt(choice!)).toBe(answer);
    expect(
      [...second!.visitor.problems, ...clone!.visitor.problems].filter((problem) => !/40[19]/.test(problem)),
    ).toEqual([]);
    await Promise.all([second!.remove(), clone!.remove()]);
  });
}
