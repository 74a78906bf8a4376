import type { Page, Route } from 'playwright-core';
import { Line } from '../../tools/line';
import type { Stage } from '../stage';
import { Sitting } from './sitting';

const SAVE = '**/api/v1/attempts/*/responses';
const ALL = '**/api/**';
const WAIT_SECONDS = 3;
/** As long as a network of a hotel or a school sends it instead of ours. */
const LOGIN_PAGE = '<!doctype html><title>Welcome</title><form><button>I accept</button></form>';

type Fault = (route: Route) => Promise<void>;

/** F24, F25: whatever answers in the server's place, only the server's own acknowledgement counts. */
export function badNetwork(stage: Stage): void {
  it('F25: no answer of a captive portal, a proxy or a broken line is taken for an acknowledgement, and the backlog drains in order', async () => {
    const sitting = await Sitting.begin(stage, 'portal');
    const { page, visitor } = sitting;
    let old = '';
    page.on('response', (response) => {
      if (response.url().endsWith('/responses') && response.ok()) void response.text().then((text) => (old ||= text));
    });
    await sitting.answer(1);
    await sitting.saved();
    const [before, claims] = [await sitting.log(), await sitting.claims()];
    const wholeReply = async (route: Route) => (await route.fetch()).text();
    const faults: [string, string, Fault][] = [
      ['200 and a page', ALL, (route) => route.fulfill({ contentType: 'text/html', body: LOGIN_PAGE })],
      ['200 and JSON of somebody else', ALL, (route) => route.fulfill({ json: { acks: [], ok: true } })],
      ['302 to a log-in page', ALL, (route) => route.fulfill({ status: 302, headers: { location: '/sign-in' } })],
      ['502 and a page', ALL, (route) => route.fulfill({ status: 502, contentType: 'text/html', body: LOGIN_PAGE })],
      ['an old reply from a cache', SAVE, (route) => route.fulfill({ contentType: 'application/json', body: old })],
      [
        'the true reply, cut short',
        SAVE,
        async (route) => {
          const body = (await wholeReply(route)).slice(0, -40);
          await route.fulfill({ contentType: 'application/json', body });
        },
      ],
      ['an empty reply', SAVE, (route) => route.fulfill({ status: 200, body: '' })],
      ['a reset', SAVE, (route) => route.abort('connectionreset')],
    ];
    // Between two faults nothing gets through either.
    await visitor.context.route(SAVE, (route) => route.abort('failed'));
    for (const [at, [what, where, fault]] of faults.entries()) {
      await visitor.context.route(where, fault);
      if (at < 4) await sitting.answer(2 + at);
      else await retry(page);
      await sitting.unsaved();
      expect([what, await sitting.claims()]).toEqual([what, claims]);
      if (what.startsWith('302')) {
        const bar = page.getByTestId('failed-bar');
        await bar.getByText('可能需要先登录当前网络').waitFor();
        await visitor.look();
        await visitor.picture('exam-room/captive-portal', 'webp');
        await visitor.album('captive-portal');
      }
      await visitor.context.unroute(where, fault);
    }
    const kept = await sitting.journal();
    await visitor.context.unrouteAll({ behavior: 'wait' });
    await savedSoon(sitting);
    // The server had what was cut short, and took it once.
    expect(await sitting.log()).toEqual([...before, ...kept.map((entry) => ({ ...entry, late: false }))]);
    await sitting.leave();
  });

  it('a server or proxy that is busy is left alone for as long as it asks, and told of the answers then', async () => {
    const sitting = await Sitting.begin(stage, 'busy', { language: 'en' });
    const { page, visitor } = sitting;
    const asked: number[] = [];
    await visitor.context.route(SAVE, (route) => {
      asked.push(Date.now());
      if (asked.length > 1) return route.continue();
      return route.fulfill({
        status: 429,
        headers: { 'retry-after': String(WAIT_SECONDS) },
        body: 'Too many requests',
      });
    });
    await sitting.answer(1);
    await sitting.unsaved();
    await page.getByTestId('failed-bar').waitFor();
    await sitting.answer(2);
    await sitting.saved();
    expect(asked[1]! - asked[0]!).toBeGreaterThanOrEqual(WAIT_SECONDS * 1_000);
    expect((await sitting.log()).map(({ seq }) => seq)).toEqual((await sitting.log()).map((_, n) => n + 1));
    await sitting.leave();
  });

  it('F24: a reply that is reset in the middle is no acknowledgement; sent again, nothing stands in the log twice', async () => {
    const line = await Line.to(stage.installation.base);
    const sitting = await Sitting.begin(stage, 'reset', { base: line.base });
    await sitting.answer(1);
    await sitting.saved();
    const claims = await sitting.claims();
    // After that nothing gets through, so that there is time to look.
    const cut = line.cutReplyTo('/responses').then(() => line.cut());
    await sitting.answer(2);
    await cut;
    const written = await sitting.log();
    await sitting.unsaved();
    expect(await sitting.claims()).toBe(claims);
    const kept = await sitting.journal();
    expect(kept.length).toBeGreaterThan(0);
    line.restore();
    await savedSoon(sitting);
    const log = await sitting.log();
    // It had reached the server all the same.
    expect(log.slice(0, written.length)).toEqual(written);
    expect(written.length).toBeGreaterThan(1);
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, n) => n + 1));
    await sitting.leave();
    await line.close();
  });

  it.each(['absent', 'full'] as const)(
    'F26: where the browser’s storage is %s, the page says so, and goes on with what it has in memory',
    async (storage) => {
      const sitting = await Sitting.begin(stage, `storage-${storage}`, {
        prepare: async ({ context, page: first }) => {
          if (storage === 'absent') return context.addInitScript(hideStorage).then(() => undefined);
          const inspector = await context.newCDPSession(first);
          await inspector.send('Storage.overrideQuotaForOrigin', { origin: stage.installation.base, quotaSize: 1 });
        },
      });
      const { page, visitor } = sitting;
      await sitting.answer(1);
      await sitting.saved();
      await page.getByText('本设备无法暂存作答').waitFor();
      await visitor.context.setOffline(true);
      const shown = await sitting.answer(2);
      await sitting.unsaved();
      expect(await page.getByTestId('offline-bar').innerText()).toContain('本设备无法存储作答，请勿关闭此页');
      if (storage === 'full') await visitor.look();
      if (storage === 'full') await visitor.picture('exam-room/storage-full', 'webp');
      await visitor.album(`storage-${storage}`);
      await visitor.context.setOffline(false);
      await sitting.saved();
      expect((await sitting.log()).length).toBeGreaterThanOrEqual(2);
      await page.reload();
      const elsewhere = page.getByTestId('elsewhere');
      await elsewhere.getByText('本设备不能记住').waitFor();
      await elsewhere.getByRole('button').click();
      await page.locator('#item-heading').waitFor();
      expect(await sitting.answerShownAt(2)).toBe(shown);
      expect((await sitting.log()).map(({ seq }) => seq)).toEqual((await sitting.log()).map((_, n) => n + 1));
      await sitting.leave();
    },
  );
}

/** The candidate presses "try now", and the page has its answer. */
async function retry(page: Page): Promise<void> {
  const answered = Promise.race([page.waitForResponse(SAVE), page.waitForEvent('requestfailed')]);
  // Where the page was quicker, nobody waits for it.
  answered.catch(() => undefined);
  await page.locator('[data-testid$="-bar"] button').last().click();
  await answered;
}

/** The page tries by itself, and at once when it is asked to. */
const savedSoon = (sitting: Sitting): Promise<void> =>
  Promise.race([sitting.saved(), retry(sitting.page).then(() => sitting.saved())]);

/** Runs in the page: a browser that was told to keep nothing. */
function hideStorage(): void {
  Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
}
