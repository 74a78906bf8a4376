// Runs on any Node from 20.19 with nothing installed: installs what is missing, then hands over to the Node that the packages bring.
import { checkNode, ensureInstalled } from './lib/install.mjs';
import { NODE, ROOT } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';
import { giveUp } from './lib/say.mjs';
import { checkSettings } from './lib/settings.mjs';

try {
  checkNode();
  await checkSettings(process.env);
  ensureInstalled();
  // Ctrl-C reaches the whole terminal group; this process waits for the other one to end what it began.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined);
  const code = await run(NODE, ['scripts/serve.mjs'], { cwd: ROOT, stdio: 'inherit' });
  process.exitCode = typeof code === 'number' ? code : 1;
} catch (error) {
  giveUp(error);
}
