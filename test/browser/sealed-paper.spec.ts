import type { Page } from 'playwright-core';
import { Candidate, CANDIDATE_PASSWORD } from '../tools/candidate';
import { Staff } from '../tools/staff';
import { answerKinds, handIn, itemCount } from './exam-room';
import { setStage } from './stage';
import { Visitor } from './visitor';

/** What loading the waiting room takes at most; the session opens so long after it was planned. */
const OPENS_IN_MS = 25_000;
const CODE = /\.(?:js|css)$/;

describe('S4: the sealed paper in the browser', () => {
  const stage = setStage();
  let plan: { formId: string; schemeVersionId: string };

  beforeAll(async () => {
    const [row] = await stage.installation.query<{ formId: string; schemeVersionId: string }>(
      `SELECT form_ids[1] AS "formId", scheme_version_id AS "schemeVersionId" FROM registration.session LIMIT 1`,
    );
    plan = row!;
  });

  async function arrived(name: string, sessionId?: string): Promise<{ visitor: Visitor; candidate: Candidate }> {
    const candidate = await Candidate.signUp(stage.installation.base, name);
    await candidate.register(sessionId);
    const visitor = await Visitor.arrive(stage.browser, { base: stage.installation.base, language: 'zh' });
    await visitor.signInQuietly(candidate.email, CANDIDATE_PASSWORD);
    return { visitor, candidate };
  }

  const check = (page: Page, name: string, verdict: string) =>
    page.locator(`[data-check="${name}"][data-verdict="${verdict}"]`);

  it('once the waiting room is ready, everything to the receipt works without another script, style or paper', async () => {
    const sections = [{ id: 's1', navigation: 'one-way', time: 'shared' } as const];
    const session = { title: '密封卷', ...plan, capacity: 10, opensInMs: OPENS_IN_MS, sections };
    const sessionId = await new Staff(stage.installation.base).openSession(session);
    const { visitor, candidate } = await arrived('sealed', sessionId);
    const { page } = visitor;
    await page.goto(`/exam/${candidate.registrationId}`);
    for (const name of ['room', 'paper', 'storage']) await check(page, name, 'good').waitFor();
    expect(await check(page, 'paper', 'good').innerText()).toContain('试卷已就绪（加密）');
    await visitor.look();
    expect(await page.locator('button.hz-button--primary').isDisabled()).toBe(true);

    const late: string[] = [];
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
    await visitor.context.route(
      ({ pathname }) => CODE.test(pathname) || pathname.includes('/papers/'),
      (route) => {
        late.push(route.request().url());
        return route.abort();
      },
    );
    await page.getByRole('checkbox').check();
    await page.locator('button.hz-button--primary').click();
    await page.locator('#item-heading').waitFor();
    const start = `/api/v1/attempts/${await attemptOf(candidate)}/start`;
    // The waiting room looks at its registration now and then; what counts is what beginning asks of the attempt.
    const ofAttempts = asked.filter((line) => line.startsWith('POST /api/v1/attempts/'));
    expect(ofAttempts).toEqual([`POST ${start}`]);

    expect(await answerKinds(page, 2)).toBe(2);
    const first = await itemCount(page);
    let formulas = await walk(page, 0, first);
    await page.locator('aside > button').click();
    await page.locator('section[aria-labelledby="leave-section"] button.hz-button--primary').click();
    await page.locator('#item-heading').waitFor();
    await page.locator('aside ol button').nth(first).waitFor();
    formulas += await walk(page, first, await itemCount(page));
    // Without any the program for formulas would not have been missed.
    expect(formulas).toBeGreaterThan(0);
    await visitor.look();
    await handIn(page, () => visitor.look());
    await page.locator('h1').waitFor();
    await visitor.look();
    expect(late).toEqual([]);
    expect(visitor.problems).toEqual([]);
    const [trail] = await stage.installation.query<{ given: string[][] }>(
      `SELECT json_agg(details->'keysOf' ORDER BY id) AS given FROM audit.entry
        WHERE object_id = $1 AND details ? 'keysOf'`,
      [await attemptOf(candidate)],
    );
    expect(trail!.given).toEqual([['s1'], ['s1', 's2']]);
    await visitor.leave();
  });

  it('a reload in the middle opens the paper that this device has kept', async () => {
    const { visitor, candidate } = await arrived('reload');
    await visitor.enterRoom(candidate.registrationId);
    expect(await answerKinds(visitor.page, 1)).toBe(1);
    await visitor.page.locator('header [data-state="saved"]').waitFor();
    let fetched = 0;
    await visitor.context.route('**/api/v1/papers/*', (route) => {
      fetched += 1;
      return route.abort();
    });
    await visitor.page.reload();
    await visitor.page.locator('#item-heading').waitFor();
    expect(fetched).toBe(0);
    expect(visitor.problems).toEqual([]);
    await visitor.leave();
  });

  it('F37: a file in which one bit is wrong is not used; the right one is fetched by itself', async () => {
    const { visitor, candidate } = await arrived('flipped');
    const { page } = visitor;
    const papers = '**/api/v1/papers/*';
    await visitor.context.route(papers, async (route) => {
      const reply = await route.fetch();
      const body = Buffer.from(await reply.body());
      body[body.length - 1]! ^= 1;
      await route.fulfill({ response: reply, body });
    });
    await page.goto(`/exam/${candidate.registrationId}`);
    await check(page, 'paper', 'bad').waitFor();
    await page.getByRole('checkbox').check();
    expect(await page.locator('button.hz-button--primary').isDisabled()).toBe(true);
    await visitor.look();
    await visitor.context.unroute(papers);
    await check(page, 'paper', 'good').waitFor();
    await page.locator('button.hz-button--primary').click();
    await page.locator('#item-heading').waitFor();
    expect(visitor.problems).toEqual([]);
    await visitor.leave();
  });

  it('says plainly that an address without https opens no paper', async () => {
    const { visitor, candidate } = await arrived('insecure');
    await visitor.context.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }));
    await visitor.page.goto(`/exam/${candidate.registrationId}`);
    await check(visitor.page, 'browser', 'bad').waitFor();
    expect(await check(visitor.page, 'browser', 'bad').innerText()).toContain('https');
    await check(visitor.page, 'paper', 'bad').waitFor();
    await visitor.page.getByRole('checkbox').check();
    expect(await visitor.page.locator('button.hz-button--primary').isDisabled()).toBe(true);
    await visitor.look();
    expect(visitor.problems).toEqual([]);
    await visitor.leave();
  });

  /** Shows the items from one place to another; how many of them hold a formula that is typeset. */
  async function walk(page: Page, from: number, to: number): Promise<number> {
    let formulas = 0;
    for (let place = from; place < to; place += 1) {
      await page.locator('aside ol button').nth(place).click();
      await page.locator(`aside ol li button[aria-current="step"]:text-is("${place + 1}")`).waitFor();
      if ((await page.locator('#item math').count()) > 0) formulas += 1;
    }
    return formulas;
  }

  async function attemptOf({ registrationId }: Candidate): Promise<string> {
    const [row] = await stage.installation.query<{ id: string }>(
      'SELECT id FROM delivery.attempt WHERE registration_id = $1',
      [registrationId],
    );
    return row!.id;
  }
});
