// Loads the bank in a folder with the command of the built system: `load-bank.mjs <folder>`, settings in the environment.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/lib/paths.mjs';

const require = createRequire(import.meta.url);
const built = (path) => require(join(ROOT, 'dist', path));
const { within } = built('apps/worker/src/worker.module.js');
const { LoadBanks } = built('libs/item-bank/src/index.js');
const { dangerouslySystem } = built('libs/kernel/src/index.js');
const { readConfig } = built('libs/platform/src/index.js');

process.exitCode = await within(readConfig(process.env), async (app) => {
  const { problems } = await app.get(LoadBanks).run(dangerouslySystem('load-content'), process.argv[2]);
  for (const { file, line, message } of problems) console.error(`${file}:${line}: ${message}`);
  return problems.length === 0 ? 0 : 1;
});
