import { answerShown, numbersOf } from '../exam-room';
import type { Stage } from '../stage';
import { Sitting } from './sitting';

const TURNS = 4;
const ESSAY = '先复述用户的目标，再列出约束，最后给出可以检验的步骤。';

/** F20 (P2): one writer; the one that is left behind is told, and what it had not saved stays readable. */
export function secondDevice(stage: Stage): void {
  it('F20: on a second device the exam goes on; the first shows what it had not saved, to be copied and to be merged', async () => {
    const laptop = await Sitting.begin(stage, 'two-devices');
    await laptop.visitor.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const [essay] = await numbersOf(laptop.page, 'text', 1);
    const [both, later] = await numbersOf(laptop.page, 'radio', 2);
    await laptop.answer(later!);
    await laptop.saved();
    await laptop.visitor.context.setOffline(true);
    const lost = await laptop.answer(both!, 0);
    await laptop.answer(essay!);
    await laptop.page.locator('#item').getByRole('textbox').fill(ESSAY);
    await laptop.unsaved();

    const telephone = await laptop.onAnotherDevice();
    const elsewhere = telephone.page.getByTestId('elsewhere');
    await elsewhere.waitFor();
    await telephone.visitor.look();
    await telephone.visitor.picture('exam-room/elsewhere', 'webp');
    await telephone.visitor.album('elsewhere');
    await elsewhere.getByRole('button').click();
    await telephone.page.locator('#item-heading').waitFor();
    const counted = await telephone.answer(both!, 1);
    await telephone.saved();
    const written = await telephone.log();

    await laptop.visitor.context.setOffline(false);
    const stale = laptop.page.getByTestId('stale');
    await stale.waitFor();
    expect(await stale.getByRole('listitem').count()).toBe(2);
    const unsent = stale.getByRole('listitem').filter({ hasText: ESSAY });
    await unsent.getByRole('button').click();
    expect(await laptop.page.evaluate(() => navigator.clipboard.readText())).toBe(ESSAY);
    await laptop.visitor.look();
    await laptop.visitor.picture('exam-room/stale', 'webp');
    await laptop.visitor.album('stale');
    expect(await laptop.log()).toEqual(written);

    await stale.locator('button.hz-button--primary').click();
    await laptop.page.locator('#item-heading').waitFor();
    await laptop.saved();
    // What was given later counts, item by item: the essay of this device, and the other's choice.
    expect(await laptop.answerShownAt(both!)).toBe(counted);
    expect(counted).not.toBe(lost);
    await laptop.answerShownAt(essay!);
    expect(await laptop.page.locator('#item').getByRole('textbox').inputValue()).toBe(ESSAY);
    expect((await laptop.log()).slice(0, written.length)).toEqual(written);
    expect((await laptop.log()).map(({ value }) => value)).toContain(ESSAY);
    await laptop.visitor.picture('exam-room/set-aside', 'webp');
    await laptop.visitor.album('set-aside');
    await Promise.all([laptop.leave(), telephone.leave()]);
  });

  it('F20: taken over again and again, also from a tab that slept, no answer goes to the wrong place; handing in ends both', async () => {
    const laptop = await Sitting.begin(stage, 'ping-pong', { language: 'en' });
    const [choice] = await numbersOf(laptop.page, 'radio', 1);
    const telephone = await laptop.onAnotherDevice({ language: 'en' });
    await telephone.page.getByTestId('elsewhere').waitFor();
    const tab = await laptop.visitor.context.newCDPSession(laptop.page);
    let shown = '';
    for (let turn = 0; turn < TURNS; turn += 1) {
      const [writer, other] = turn % 2 === 0 ? [telephone, laptop] : [laptop, telephone];
      if (other === laptop) await tab.send('Page.setWebLifecycleState', { state: 'frozen' });
      await writer.page.locator('[data-testid] button.hz-button--primary').click();
      await writer.page.locator('#item-heading').waitFor();
      shown = await writer.answer(choice!, turn);
      await writer.saved();
      const written = await writer.log();
      if (other === laptop) await tab.send('Page.setWebLifecycleState', { state: 'active' });
      // The other one answers, not knowing: the server refuses what it is sent, and says who writes.
      if (turn > 0 || other === laptop) await other.answerNotKnowing(choice!, turn + 1);
      expect(await writer.log()).toEqual(written);
    }
    const leases = 'SELECT lease_no AS no FROM delivery.attempt WHERE id = $1';
    expect(await stage.installation.query(leases, [laptop.attemptId])).toEqual([{ no: 1 + TURNS }]);
    expect(await answerShown(laptop.page)).toBe(shown);

    await laptop.page.locator('aside > button').click();
    await laptop.page.locator('section[aria-labelledby="hand-in"] button.hz-button--primary').click();
    await laptop.page.getByRole('dialog').locator('button.hz-button--primary').click();
    await laptop.page.waitForURL('**/receipt');
    // The telephone hears it by itself; a network that comes back makes it ask at once.
    await telephone.visitor.context.setOffline(true);
    await telephone.visitor.context.setOffline(false);
    await telephone.page.waitForURL('**/receipt');
    await telephone.page.locator('h1').waitFor();
    await telephone.visitor.album('handed-in-elsewhere');
    await Promise.all([laptop.leave(), telephone.leave()]);
  });
}
