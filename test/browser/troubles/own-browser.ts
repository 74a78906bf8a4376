import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { BROWSER, contextOptions, Visitor, type Language } from '../visitor';
import { watchClaims } from './sitting';

/** A browser program with its profile on the disk: it can be killed as by a power cut, opened again, and its disk copied. */
export class OwnBrowser {
  private constructor(
    readonly profile: string,
    private readonly context: BrowserContext,
    readonly visitor: Visitor,
  ) {}

  static async open(base: string, language: Language, profile = newFolder()): Promise<OwnBrowser> {
    const context = await chromium.launchPersistentContext(profile, {
      ...BROWSER,
      ...contextOptions({ base, language }),
    });
    const visitor = await Visitor.in(context, language);
    await watchClaims(visitor);
    return new OwnBrowser(profile, context, visitor);
  }

  /** `kill -9` of the program: nothing of it gets the chance to tidy up. */
  async kill(): Promise<void> {
    const gone = new Promise((resolve) => this.context.once('close', resolve));
    const session = await this.context.browser()!.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    process.kill(processInfo.find(({ type }) => type === 'browser')!.id, 'SIGKILL');
    await gone;
  }

  /** Another disk with the same on it, as after cloning a machine. The browser must not be running. */
  copyOfDisk(): string {
    const copy = newFolder();
    cpSync(this.profile, copy, { recursive: true, filter: (file) => !/Singleton\w+$/.test(file) });
    return copy;
  }

  async remove(): Promise<void> {
    await this.context.close().catch(() => undefined);
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

const newFolder = () => mkdtempSync(join(tmpdir(), 'hz-browser-'));
