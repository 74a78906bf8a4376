// Runs on any Node from 20.19 with nothing installed: installs what is missing, then runs every suite on the Node that the packages bring.
import { checkNode, ensureInstalled } from './lib/install.mjs';
import { NODE, ROOT } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';
import { giveUp } from './lib/say.mjs';

try {
  checkNode();
  ensureInstalled();
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined);
  const code = await run(NODE, ['scripts/run-tests.mjs', ...process.argv.slice(2)], { cwd: ROOT, stdio: 'inherit' });
  process.exitCode = typeof code === 'number' ? code : 1;
} catch (error) {
  giveUp(error);
}
