import type { AttemptView } from '@hz/delivery/contract';
import { Candidate, CANDIDATE_PASSWORD } from '../tools/candidate';
import { answerKinds } from './exam-room';
import { setStage } from './stage';
import { Visitor } from './visitor';

const HOUR_MS = 3_600_000;
/** What loading and the second's tick may take. */
const TOLERANCE_MS = 4_000;

describe('the exam room on more than one page, and on a machine whose clock is wrong', () => {
  const stage = setStage();

  async function registered(name: string): Promise<Candidate> {
    const candidate = await Candidate.signUp(stage.installation.base, name);
    await candidate.register();
    return candidate;
  }

  async function machine(candidate: Candidate, clockOffMs = 0): Promise<Visitor> {
    const visitor = await Visitor.arrive(stage.browser, { base: stage.installation.base, language: 'zh', clockOffMs });
    await visitor.signInQuietly(candidate.email, CANDIDATE_PASSWORD);
    return visitor;
  }

  it.each([HOUR_MS, -HOUR_MS])(
    'F21 (P4): a clock that is %d ms off changes neither the time left nor the moment of a save',
    async (clockOffMs) => {
      const candidate = await registered(`clock${clockOffMs}`);
      const visitor = await machine(candidate, clockOffMs);
      await visitor.enterRoom(candidate.registrationId);
      const face = await visitor.page.getByRole('timer').innerText();
      const [hours, minutes, seconds] = /(\d+):(\d\d):(\d\d)/.exec(face)!.slice(1).map(Number);
      const shown = ((hours! * 60 + minutes!) * 60 + seconds!) * 1_000;
      const { rows } = (await (await visitor.context.request.get('/api/v1/me/attempts')).json()) as {
        rows: AttemptView[];
      };
      const { deadlineAt } = rows.find(({ registrationId }) => registrationId === candidate.registrationId)!;
      expect(Math.abs(deadlineAt! - Date.now() - shown)).toBeLessThan(TOLERANCE_MS);
      await answerKinds(visitor.page, 1);
      const saved = visitor.page.locator('header [data-state="saved"]');
      await saved.waitFor();
      const [at] = await stage.installation.query<{ at: Date }>(
        'SELECT received_at AS at FROM delivery.response_log ORDER BY received_at DESC LIMIT 1',
      );
      expect(await saved.innerText()).toContain(at!.at.toLocaleTimeString('zh-CN', { hour12: false }));
      expect(visitor.problems).toEqual([]);
      await visitor.leave();
    },
  );

  it('F20 (P2): a second tab and a second device say where the exam is open; going on there stops the page before', async () => {
    const candidate = await registered('two-tabs');
    const laptop = await machine(candidate);
    await laptop.enterRoom(candidate.registrationId);
    expect(await answerKinds(laptop.page, 1)).toBe(1);
    await laptop.page.locator('header [data-state="saved"]').waitFor();

    const tab = await laptop.context.newPage();
    const room = `/exam/${candidate.registrationId}/room`;
    await tab.goto(room);
    await tab.getByTestId('elsewhere').waitFor();
    expect(await laptop.page.locator('#item-heading').isVisible()).toBe(true);
    await tab.getByTestId('elsewhere').getByRole('button').click();
    await tab.locator('#item-heading').waitFor();
    await laptop.page.getByTestId('stale').waitFor();
    await laptop.look();

    const telephone = await machine(candidate);
    await telephone.page.goto(room);
    await telephone.page.getByTestId('elsewhere').waitFor();
    await telephone.look();
    await telephone.page.getByTestId('elsewhere').getByRole('button').click();
    await telephone.page.locator('#item-heading').waitFor();
    expect(await answerKinds(telephone.page, 2)).toBe(2);
    await telephone.page.locator('header [data-state="saved"]').waitFor();
    // The tab learns it when it next speaks to the server.
    await answerKinds(tab, 1).catch(() => undefined);
    await tab.getByTestId('stale').waitFor();
    const writers = await stage.installation.query<{ no: number }>(
      'SELECT lease_no AS no FROM delivery.attempt WHERE registration_id = $1',
      [candidate.registrationId],
    );
    expect(writers).toEqual([{ no: 3 }]);
    expect(telephone.problems).toEqual([]);
    await Promise.all([laptop.leave(), telephone.leave()]);
  });
});
