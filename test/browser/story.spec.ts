import type { SchemeView } from '@hz/competency/contract';
import type { Browser } from 'playwright-core';
import { Candidate, CANDIDATE_PASSWORD } from '../tools/candidate';
import { Installation } from '../tools/installation';
import { Ledger } from '../tools/ledger';
import { rightAnswers } from '../tools/right-answers';
import { answerKinds, handIn, itemCount } from './exam-room';
import { qrCodeOf } from './qr-code';
import { closeSession, makeApiKey, markAll, openSession, releaseSession } from './staff-desks';
import { launchBrowser, Visitor, type Language } from './visitor';

const SCHEME = 'prompt-engineer-l4';
const TITLE = { zh: '提示词工程师四级 秋季场', en: 'Prompt Engineer, level 4, autumn' };

describe.each<Language>(['zh', 'en'])('the whole way in the browser, in %s', (language) => {
  let installation: Installation;
  let browser: Browser;
  let sessionId: string;
  let scheme: SchemeView;
  let candidate: Visitor;
  let good: Candidate;
  let certificateNo: string;

  const arrive = (more: { width?: number; hasChosenLanguage?: boolean } = {}) =>
    Visitor.arrive(browser, { base: installation.base, language, ...more });
  const rowsOf = async <Row>(path: string): Promise<Row[]> =>
    ((await (await fetch(`${installation.base}${path}`)).json()) as { rows: Row[] }).rows;

  beforeAll(async () => {
    installation = await Installation.create();
    await installation.startApi();
    installation.startWorker();
    browser = await launchBrowser();
    scheme = (await rowsOf<SchemeView>('/api/v1/schemes')).find(({ code }) => code === SCHEME)!;
    candidate = await arrive({ hasChosenLanguage: false });
  });
  afterAll(async () => {
    await browser?.close();
    await installation?.remove();
  });

  it('is planned and opened by the exam manager', async () => {
    const manager = await arrive();
    await manager.signIn('manager@demo.example');
    sessionId = await openSession(manager, scheme.body.title[language]!, TITLE);
    expect(manager.problems).toEqual([]);
    await manager.leave();
  });

  it('signs up, finds the session, registers, and gets a ticket', async () => {
    const { page } = candidate;
    await candidate.open('/');
    await candidate.picture('home');
    await candidate.open('/sign-up');
    await page.locator('#sign-up-legalName').fill(language === 'zh' ? '林晓雨' : 'Lin Xiaoyu');
    await page.locator('#sign-up-email').fill(`story-${language}@candidates.example`);
    await page.locator('#sign-up-password').fill(CANDIDATE_PASSWORD);
    await page.locator('form button[type="submit"]').click();
    await page.waitForURL('**/my');
    await candidate.look();
    await candidate.open('/');
    await candidate.follow(`/schemes/${scheme.code}`);
    await candidate.follow(`/sessions/${sessionId}`);
    await page.locator('#claims-yearsOfWork').fill('8');
    await page.locator('#claims-pledge').check();
    await page.locator('form button[type="submit"]').last().click();
    const ticket = await page.locator('a[href*="/ticket"]').first().getAttribute('href');
    await candidate.look();
    const pdf = await candidate.context.request.get(ticket!);
    expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf']);
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
    expect(candidate.problems).toEqual([]);
  });

  it('waits, starts, answers by the keyboard, hands in with open items, and gets a receipt', async () => {
    const { page } = candidate;
    await candidate.follow('/exam/');
    await page.getByRole('checkbox').focus();
    await page.keyboard.press('Space');
    await page.locator('button.hz-button--primary').click();
    await page.locator('#item-heading').waitFor();
    await candidate.look();
    const answered = await answerKinds(page, 5);
    expect(answered).toBe(5);
    const saved = page.locator('header [data-state="saved"]');
    await saved.waitFor();
    expect(await saved.innerText()).toMatch(/\d\d:\d\d:\d\d/);
    await candidate.picture('room');
    const all = await itemCount(page);
    const open = await handIn(page, () => candidate.look());
    expect(open).toBeGreaterThanOrEqual(all - answered);
    const holds = page.locator('[data-holds="true"]');
    await holds.waitFor();
    const hash = await page.locator('dd:has([data-holds]) code').innerText();
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    const [stored] = await installation.query<{ items: number }>(
      'SELECT count(DISTINCT item_ref)::int AS items FROM delivery.response_log',
    );
    expect(stored!.items).toBe(answered);
    await candidate.look();
    expect(candidate.problems).toEqual([]);
  });

  it('is marked by the marker, closed and released by the exam manager', async () => {
    const ledger = new Ledger();
    good = await Candidate.signUp(installation.base, `good-${language}`);
    await good.start(sessionId);
    const right = await rightAnswers(installation, good.attemptId);
    for (const item of good.items) await good.save(ledger, item, right.get(item.ref)!);
    await good.submit();
    await installation.until('SELECT count(*) = 2 FROM grading.scored_attempt', [], 120_000);
    await candidate.open('/my');
    expect(await candidate.page.locator('a[href^="/my/results/"]').count()).toBe(0);
    const marker = await arrive();
    await marker.signIn('marker@demo.example');
    expect(await markAll(marker)).toBeGreaterThanOrEqual(2);
    await marker.leave();
    const manager = await arrive();
    await manager.signIn('manager@demo.example');
    await closeSession(manager, sessionId);
    await installation.until('SELECT count(*) = 2 FROM grading.result', [], 120_000);
    await releaseSession(manager, sessionId);
    await manager.leave();
    expect([...marker.problems, ...manager.problems, ...candidate.problems]).toEqual([]);
  });

  it('sees the result', async () => {
    await candidate.open('/my');
    await candidate.follow('/my/results/');
    expect(await candidate.page.getByRole('table').first().isVisible()).toBe(true);
    await candidate.picture('result');
    expect(candidate.problems).toEqual([]);
    await candidate.leave();
  });

  it('shows the certificate, which a stranger with a telephone can check', async () => {
    await installation.until(`SELECT count(*) = 1 FROM certification.certificate WHERE status = 'valid'`, [], 120_000);
    const holder = await arrive();
    await holder.signIn(good.email, CANDIDATE_PASSWORD);
    await holder.open('/my');
    await holder.follow('/my/certificates/');
    const file = await holder.page.locator('a[href$="/pdf"]').first().getAttribute('href');
    const link = qrCodeOf(await (await holder.context.request.get(file!)).body());
    await holder.leave();
    expect(link).toMatch(new RegExp(`^${installation.base}/verify/[^?]+\\?code=.+`));
    const stranger = await arrive({ width: 390 });
    await stranger.page.goto(link!);
    // What the platform says, and what the telephone found out by itself from the same code.
    await stranger.page.locator('article[data-verdict="valid"]').first().waitFor();
    await stranger.page.locator('details > summary').click();
    await stranger.page.locator('details article[data-verdict="valid"]').waitFor();
    await stranger.look();
    await stranger.picture('verify');
    await stranger.leave();
    expect([...holder.problems, ...stranger.problems]).toEqual([]);
    certificateNo = decodeURIComponent(new URL(link!).pathname.split('/').at(-1)!);
  });

  it('is verified by the software of an institution, with a key that its clerk made', async () => {
    const clerk = await arrive();
    await clerk.signIn('clerk@demo.example');
    const key = await makeApiKey(clerk, '人事系统');
    expect(clerk.problems).toEqual([]);
    await clerk.leave();
    const reply = await fetch(`${installation.base}/api/v1/certificates/${certificateNo}`, {
      headers: { authorization: `Bearer ${key}` },
    });
    expect(await reply.json()).toMatchObject({ verdict: 'valid', certificate: { number: certificateNo } });
  });
});
