// `npm run bench`: the hot paths against floors measured in the same run. Prints tables; compares, does not pass or fail.
import { checkNode, ensureInstalled } from './lib/install.mjs';
import { NODE, ROOT } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';
import { giveUp } from './lib/say.mjs';

try {
  checkNode();
  ensureInstalled();
  const code = await run(NODE, ['test/bench/run.mjs', ...process.argv.slice(2)], { cwd: ROOT, stdio: 'inherit' });
  process.exitCode = typeof code === 'number' ? code : 1;
} catch (error) {
  giveUp(error);
}
