import type { Browser } from 'playwright-core';
import { Installation } from '../tools/installation';
import { launchBrowser } from './visitor';

export interface Stage {
  readonly installation: Installation;
  readonly browser: Browser;
}

/** Brings up an API with demo content and a browser for the tests of a block, and ends both after them. */
export function setStage(): Stage {
  const stage: { installation?: Installation; browser?: Browser } = {};
  beforeAll(async () => {
    stage.installation = await Installation.create();
    await stage.installation.startApi();
    stage.browser = await launchBrowser();
  });
  afterAll(async () => {
    await stage.browser?.close();
    await stage.installation?.remove();
  });
  return stage as Stage;
}
