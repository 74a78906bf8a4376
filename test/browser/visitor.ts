import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { pause } from '../tools/processes';

export type Language = 'zh' | 'en';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
const IMAGES = join(__dirname, '../../docs/images');
const PATIENCE_MS = 45_000;
/** In percent: what is drawn in few colours stays sharp. */
const WEBP_QUALITY = 80;
const STAFF_PASSWORD = 'hengzheng-demo';

/** How the browser is started. */
export const BROWSER = {
  executablePath: process.env['TEST_CHROMIUM'] || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
};

export function launchBrowser(moreArgs: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ ...BROWSER, args: [...BROWSER.args, ...moreArgs] });
}

export const contextOptions = ({ base, language, width = 1440 }: VisitorOptions) => ({
  baseURL: base,
  locale: language === 'zh' ? 'zh-CN' : 'en-GB',
  viewport: { width, height: 900 },
  reducedMotion: 'reduce' as const,
});

interface VisitorOptions {
  readonly base: string;
  readonly language: Language;
  readonly width?: number;
  /** Whether this browser was told its language before; if not, it goes by its own. */
  readonly hasChosenLanguage?: boolean;
  /** By how much the clock of this machine is wrong. */
  readonly clockOffMs?: number;
}

/** Somebody with a browser of her own. Whatever goes wrong on a page, and whatever keeps somebody from using it, is collected. */
export class Visitor {
  readonly problems: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly language: Language,
  ) {}

  static async arrive(browser: Browser, options: VisitorOptions): Promise<Visitor> {
    const { base, language, hasChosenLanguage = true, clockOffMs = 0 } = options;
    const localStorage = hasChosenLanguage ? [{ name: 'hz-language', value: language }] : [];
    const context = await browser.newContext({
      ...contextOptions(options),
      storageState: { cookies: [], origins: [{ origin: base, localStorage }] },
    });
    if (clockOffMs !== 0) await context.addInitScript(setClockOff, clockOffMs);
    return Visitor.in(context, language);
  }

  /** In a browser that is open already, on a page of its own. */
  static async in(context: BrowserContext, language: Language): Promise<Visitor> {
    context.setDefaultTimeout(PATIENCE_MS);
    const visitor = new Visitor(context, await context.newPage(), language);
    visitor.listen();
    return visitor;
  }

  /** The same person in another tab of the same browser. */
  inAnotherTab(): Promise<Visitor> {
    return Visitor.in(this.context, this.language);
  }

  /** Signed in without a page, so that only what is looked at is loaded. */
  async signInQuietly(email: string, password: string): Promise<void> {
    const reply = await this.context.request.post('/api/v1/login', { data: { email, password } });
    if (!reply.ok()) throw new Error(`sign-in of ${email}: ${reply.status()}`);
  }

  /** From the waiting room to the first item. */
  async enterRoom(registrationId: string): Promise<void> {
    await this.page.goto(`/exam/${registrationId}`);
    await this.page.getByRole('checkbox').check();
    await this.page.locator('button.hz-button--primary').click();
    await this.page.locator('#item-heading').waitFor();
  }

  /** Signs in by the page, and waits until it has led on. */
  async signIn(email: string, password = STAFF_PASSWORD): Promise<void> {
    await this.page.goto('/sign-in');
    await this.page.locator('#sign-in-email').fill(email);
    await this.page.locator('#sign-in-password').fill(password);
    await this.page.locator('#sign-in-password').press('Enter');
    await this.page.waitForURL((url) => url.pathname !== '/sign-in');
  }

  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await this.look();
  }

  /** Follows the first link whose address begins so. */
  async follow(href: string): Promise<void> {
    await this.page.locator(`a[href^="${href}"]`).first().click();
    await this.page.waitForURL((url) => `${url.pathname}${url.search}`.startsWith(href));
    await this.look();
  }

  /** Waits until the page is whole, and checks that it speaks the right language, fits the window, and can be used by everybody. */
  async look(): Promise<void> {
    await this.wholePage();
    await this.fits();
    const where = new URL(this.page.url()).pathname;
    const lang = await this.page.evaluate(() => document.documentElement.lang);
    if (!lang.startsWith(this.language)) this.problems.push(`${where}: language ${lang}`);
    // Without a second page: the exam room notices when another one takes the place of its own.
    const { violations } = await new AxeBuilder({ page: this.page }).withTags(RULES).setLegacyMode(true).analyze();
    for (const { id, nodes } of violations) {
      this.problems.push(
        `${where}: ${id}: ${nodes.map((node) => `${String(node.target)} ${node.failureSummary}`).join('; ')}`,
      );
    }
  }

  private async fits(): Promise<void> {
    const over = await this.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (over > 0) this.problems.push(`${new URL(this.page.url()).pathname}: ${over} px too wide`);
  }

  /** Waits until nothing loads any more, twice in a row: what has come may ask for more. */
  private async wholePage(): Promise<void> {
    await this.page.locator('h1, h2').first().waitFor();
    let quiet = 0;
    for (const until = Date.now() + PATIENCE_MS; quiet < 2; await pause(250)) {
      if (Date.now() > until) throw new Error(`${this.page.url()} goes on loading`);
      const loading = await this.page.locator('[role="status"] > .hz-hidden').count();
      quiet = loading === 0 ? quiet + 1 : 0;
    }
  }

  /** Keeps a picture for the documentation when asked to. */
  async picture(name: string, type: 'png' | 'webp' = 'png'): Promise<void> {
    if (!process.env['TEST_SCREENSHOTS'] || this.language !== 'zh') return;
    const path = join(IMAGES, `${name}.${type}`);
    mkdirSync(dirname(path), { recursive: true });
    await this.page.screenshot({ path, type, ...(type === 'webp' && { quality: WEBP_QUALITY }) });
  }

  /**
   * Pictures of this moment, wide and narrow, light and dark, in both languages where the page can switch, in the folder that TEST_LOOK names: for whoever judges how it looks.
   */
  async album(name: string): Promise<void> {
    const folder = process.env['TEST_LOOK'];
    if (!folder) return;
    const otherLanguage = this.page.locator('header button[lang]');
    for (const language of [this.language, this.language === 'zh' ? 'en' : 'zh']) {
      if (language !== this.language && !(await otherLanguage.isVisible())) continue;
      if (language !== this.language) await otherLanguage.click();
      for (const width of [1440, 390]) {
        for (const colorScheme of ['light', 'dark'] as const) {
          await this.page.setViewportSize({ width, height: 900 });
          await this.page.emulateMedia({ colorScheme });
          // Inherited colours follow one frame later for each level.
          await pause(200);
          await this.page.screenshot({ path: join(folder, `${name}-${language}-${width}-${colorScheme}.png`) });
        }
        await this.fits();
      }
      if (language !== this.language) await otherLanguage.click();
    }
    await this.page.setViewportSize({ width: 1440, height: 900 });
    await this.page.emulateMedia({ colorScheme: 'light' });
  }

  leave(): Promise<void> {
    return this.context.close();
  }

  private listen(): void {
    this.page.on('pageerror', (error) => this.problems.push(`${this.page.url()}: ${error.message}`));
    this.page.on('console', (message) => {
      if (message.type() !== 'error') return;
      // Asking who is signed in is answered by 401 when nobody is.
      if (message.location().url.endsWith('/api/v1/me') && message.text().includes('401')) return;
      this.problems.push(`${this.page.url()}: ${message.text()} (${message.location().url})`);
    });
  }
}

/** Runs in the page: every date that it asks for is off, as on a machine whose clock was set wrong. */
function setClockOff(byMs: number): void {
  const Right = Date;
  class Wrong extends Right {
    constructor(...parts: ConstructorParameters<typeof Date> | []) {
      super(...((parts.length === 0 ? [Right.now() + byMs] : parts) as [number]));
    }
    static override now(): number {
      return Right.now() + byMs;
    }
  }
  globalThis.Date = Wrong as DateConstructor;
}
