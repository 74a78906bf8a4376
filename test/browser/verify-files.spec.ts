import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { IssuedFiles } from '../promises/certificates/issued';
import { bakedBadge } from './baked';
import { CertificatesSite } from './certificates-site';
import { filmOfQrCode, qrCodeOf } from './qr-code';
import { aFile, aJson, dropFile, handFile, shown, type HandedFile } from './verify-visit';
import { launchBrowser, Visitor, type Language } from './visitor';

const HOLDER = '欧阳晓明';
const PDF = 'application/pdf';
/** The form that shows least stands last. */
const MASKED_PASS = 3;
const isAskedOf = (path: string): boolean => /^\/api\//.test(path) && path !== '/api/v1/me';

describe('P7: a certificate is checked in the browser itself', () => {
  let site: CertificatesSite;
  let browser: Browser;
  let files: IssuedFiles;
  const folder = mkdtempSync(join(tmpdir(), 'hz-camera-'));

  beforeAll(async () => {
    site = await CertificatesSite.open();
    files = await site.issue();
    const film = join(folder, 'paper.y4m');
    writeFileSync(film, filmOfQrCode(Buffer.from(files.pdf)));
    browser = await launchBrowser([
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const arrive = (language: Language = 'zh', width = 1440) =>
    Visitor.arrive(browser, { base: site.base, language, width });
  const pdf = () => aFile('证书.pdf', PDF, files.pdf);

  describe('taken along by its holder', () => {
    it.each(['zh', 'en'] as const)('(%s) who chooses how much it shows, and sees that beforehand', async (language) => {
      const width = language === 'zh' ? 1440 : 390;
      const holder = await arrive(language, width);
      const { email, password } = await site.holderOf(files.number);
      await holder.signInQuietly(email, password);
      await holder.open(`/my/certificates/${files.number}`);
      const { page } = holder;
      const preview = page.locator('[aria-live="polite"]').filter({ has: page.locator('dl') });
      expect(await preview.innerText()).toContain('83.5');
      await page.getByRole('radio').nth(MASKED_PASS).check();
      expect(await preview.innerText()).toMatch(/欧\*\*/);
      expect(await preview.innerText()).not.toContain('83.5');
      await holder.album('take-along');
      for (const file of ['badge', 'credential', 'token']) {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.locator(`a[href*="/${file}?disclosure=masked-pass"]`).click(),
        ]);
        const bytes = readFileSync(await download.path());
        const { verdict, words } = await handFile(holder, aFile(download.suggestedFilename(), '', bytes));
        expect([file, verdict, words.includes('欧**'), words.includes(HOLDER)]).toEqual([file, 'valid', true, false]);
        await page.goBack();
        await page.getByRole('radio').nth(MASKED_PASS).check();
      }
      expect(holder.problems).toEqual([]);
      await holder.leave();
    });
  });

  describe('every form in which its holder has it', () => {
    let visitor: Visitor;
    const asked: string[] = [];
    beforeAll(async () => {
      visitor = await arrive();
      visitor.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    });
    afterAll(() => visitor.leave());

    it.each<[string, () => HandedFile]>([
      ['PDF', pdf],
      ['PNG', () => aFile('badge.png', 'image/png', bakedBadge(files.credentials['whole-score']!))],
      ['JSON', () => aJson('credential', files.credentials['whole-score']!)],
      ['token', () => aFile('credential.jwt', 'text/plain', files.tokens['whole-score']!)],
    ])('%s: valid, dropped; it is shown whose it is, and sent nowhere', async (kind, file) => {
      const { verdict, words } = await dropFile(visitor, file());
      expect([verdict, words.includes(HOLDER), words.includes(files.number)]).toEqual(['valid', true, true]);
      await visitor.album(`verify-file-${kind.toLowerCase()}`);
      expect(asked.filter(isAskedOf)).toEqual([]);
      expect(visitor.problems).toEqual([]);
    });

    it('shows no more than the holder disclosed', async () => {
      const { verdict, words } = await handFile(visitor, aJson('masked', files.credentials['masked-pass']!));
      expect([verdict, words.includes('欧**'), words.includes(HOLDER), words.includes('83.5')]).toEqual([
        'valid',
        true,
        false,
        false,
      ]);
      await visitor.look();
      expect(visitor.problems).toEqual([]);
    });

    it.each<[string, () => HandedFile]>([
      ['PDF', () => aFile('altered.pdf', PDF, oneBitOff(files.pdf))],
      ['PNG', () => aFile('altered.png', 'image/png', bakedBadge(renamed(files.credentials['whole-score']!)))],
      ['JSON', () => aJson('altered', renamed(files.credentials['whole-score']!))],
      ['token', () => aFile('altered.jwt', 'text/plain', forgedToken(files.tokens['whole-score']!))],
    ])('%s, altered: not valid, and why; what was made up is not shown', async (_kind, file) => {
      const { verdict, words } = await handFile(visitor, file());
      expect([verdict, words.includes('欧阳小明')]).toEqual(['not-valid', false]);
      expect(words).toMatch(/已被改动|文件在签发后被改动/);
      expect(visitor.problems).toEqual([]);
    });

    it('what is no certificate is said to be none', async () => {
      const { verdict, words } = await handFile(visitor, aFile('letter.pdf', PDF, '%PDF-1.7 a letter'));
      expect(verdict).toBe('cannot-be-determined');
      expect(words).toContain('其中没有可识别的证书');
      await visitor.look();
      await visitor.album('verify-file-none');
      expect(visitor.problems).toEqual([]);
    });
  });

  it('goes on without network once the page was open: a file, an altered one, and the code of a paper', async () => {
    const visitor = await arrive('en', 390);
    const { page, context } = visitor;
    await page.goto('/verify');
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await handFile(visitor, pdf());
    // What the worker was told to keep is kept when all that was loaded is there.
    await page.waitForFunction(async () => {
      const kept = await (await caches.open('hz-verify-1')).keys();
      const paths = kept.map(({ url }) => new URL(url).pathname);
      const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
      return loaded.filter((path) => path.startsWith('/assets/')).every((path) => paths.includes(path));
    });
    await context.setOffline(true);
    const plugIn = await site.unplug();
    try {
      await page.goto('/verify');
      const whole = await handFile(visitor, pdf(), { onOpenPage: true });
      expect(whole).toMatchObject({ verdict: 'valid', words: expect.stringContaining('no network now') as string });
      await visitor.look();
      await visitor.album('verify-offline');
      await page.goto('/verify');
      const altered = await handFile(visitor, aFile('altered.pdf', PDF, oneBitOff(files.pdf)), { onOpenPage: true });
      expect(altered.verdict).toBe('not-valid');
      await page.goto(qrCodeOf(Buffer.from(files.pdf))!);
      const code = page.locator('details[open] article[data-verdict="valid"]');
      await code.waitFor();
      expect(await code.innerText()).toContain(files.number);
    } finally {
      await plugIn();
    }
    await visitor.leave();
  });

  it.each<[Language, number]>([
    ['zh', 390],
    ['en', 1440],
  ])('the camera reads the code of the printed paper, in %s at %i px', async (language, width) => {
    const visitor = await arrive(language, width);
    const { page } = visitor;
    await visitor.open('/verify');
    await visitor.album('verify-open');
    await page.locator('section:has(h2) button').first().click();
    await page.waitForURL(`**/verify/${files.number}?code=*`);
    expect((await shown(visitor)).verdict).toBe('valid');
    await page.locator('details > summary').click();
    await page.locator('details article[data-verdict="valid"]').waitFor();
    await visitor.look();
    await visitor.album('verify-scanned');
    expect(visitor.problems).toEqual([]);
    await visitor.leave();
  });

  it('a code that a false site printed is not followed there, and a forged one is called forged', async () => {
    const visitor = await arrive();
    const link = new URL(qrCodeOf(Buffer.from(files.pdf))!);
    const [version, body, signature] = link.hash.slice(1).split('.') as [string, string, string];
    const said = Buffer.from(body, 'base64url').toString().replace('欧阳晓明', '欧阳小明');
    expect(said).toContain('欧阳小明');
    link.hash = `${version}.${Buffer.from(said).toString('base64url')}.${signature}`;
    await visitor.page.goto(link.href);
    const { verdict, words } = await shown(visitor);
    expect([verdict, words.includes('欧阳小明')]).toEqual(['not-valid', false]);
    await visitor.page.getByText('请勿采信纸面内容').waitFor();
    await visitor.look();
    await visitor.album('verify-forged');
    expect(visitor.problems).toEqual([]);
    await visitor.leave();
  });
});

const renamed = (text: string): string => text.replace(HOLDER, '欧阳小明');

/** In the middle of the first page, where nothing but the signature of the whole file sees it. */
function oneBitOff(bytes: Uint8Array): Buffer {
  const altered = Buffer.from(bytes);
  altered[Math.floor(altered.length / 3)]! ^= 1;
  return altered;
}

function forgedToken(token: string): string {
  const [head, body, signature] = token.split('.') as [string, string, string];
  const said = renamed(Buffer.from(body, 'base64url').toString());
  return `${head}.${Buffer.from(said).toString('base64url')}.${signature}`;
}
