import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { Candidate, CANDIDATE_PASSWORD } from '../tools/candidate';
import { answerShown, answerTheItem, goTo, handIn } from './exam-room';
import { setStage } from './stage';
import { Visitor } from './visitor';

const WEB = join(__dirname, '../../dist/web');
const TEXT = /\.(?:js|html)$/;
const FONT = /\.woff2?$/;

/**
 * The web client as another build of it would be: no file of the old one is where it was, but for the fonts, whose
 * names come from what is in them and so stay the same from build to build.
 */
function nextVersion(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'hz-web-')), 'web');
  cpSync(WEB, folder, { recursive: true });
  renameSync(join(folder, 'assets'), join(folder, 'next'));
  cpSync(join(WEB, 'assets'), join(folder, 'assets'), {
    recursive: true,
    filter: (file) => !extname(file) || FONT.test(file),
  });
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  for (const { name, parentPath } of entries.filter((entry) => entry.isFile() && TEXT.test(entry.name))) {
    const file = join(parentPath, name);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/(["/])assets\//g, '$1next/'));
  }
  return folder;
}

/** The first three answers as the page shows them. */
async function shown(page: Page): Promise<string[]> {
  const answers: string[] = [];
  for (const number of [1, 2, 3]) {
    await goTo(page, number);
    answers.push(await answerShown(page));
  }
  return answers;
}

describe('P1: a new version in mid-exam', () => {
  const stage = setStage();

  it('F27: the old page goes on saving and hands in; a reload brings the new one with every answer', async () => {
    const next = nextVersion();
    const candidate = await Candidate.signUp(stage.installation.base, 'version');
    await candidate.register();
    const visitor = await Visitor.arrive(stage.browser, { base: stage.installation.base, language: 'zh' });
    const { page } = visitor;
    await visitor.signInQuietly(candidate.email, CANDIDATE_PASSWORD);
    await visitor.enterRoom(candidate.registrationId);
    const saved = page.locator('header [data-state="saved"]');
    await goTo(page, 1);
    await answerTheItem(page, 0);
    await saved.waitFor();

    await stage.installation.kill('api');
    await goTo(page, 2);
    await answerTheItem(page, 0);
    await stage.installation.startApi('', { WEB_ROOT: next });
    const old = await page.evaluate(() => document.querySelector<HTMLScriptElement>('script[type=module]')!.src);
    expect((await fetch(old)).status).toBe(404);
    await saved.waitFor();
    await goTo(page, 3);
    await answerTheItem(page, 0);
    await saved.waitFor();
    const answers = () =>
      stage.installation.query<{ item_ref: string }>(
        `SELECT DISTINCT l.item_ref FROM delivery.response_log l JOIN delivery.attempt a ON a.id = l.attempt_id
          WHERE a.registration_id = $1`,
        [candidate.registrationId],
      );
    expect(await answers()).toHaveLength(3);
    const before = await shown(page);

    await page.reload();
    await page.locator('#item-heading').waitFor();
    expect(await page.evaluate(() => document.querySelector<HTMLScriptElement>('script[type=module]')!.src)).not.toBe(
      old,
    );
    expect(await shown(page)).toEqual(before);
    await handIn(page, () => visitor.look());
    await page.locator('h1').waitFor();
    expect(visitor.problems.filter((problem) => !problem.includes('net::ERR'))).toEqual([]);
    await visitor.leave();
    rmSync(next, { recursive: true });
  });
});
