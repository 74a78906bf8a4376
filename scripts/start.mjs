// Runs on any Node from 20.19 with nothing installed: installs what is missing, then hands over to the Node that the packages bring.
import { checkNode, ensureInstalled } from './lib/install.mjs';
import { NODE, ROOT } from './lib/paths.mjs';
import { launch } from './lib/processes.mjs';
import { giveUp } from './lib/say.mjs';
import { checkSettings } from './lib/settings.mjs';

try {
  checkNode();
  await checkSettings(process.env);
  ensureInstalled();
  // Ctrl-C reaches the whole terminal group; this process waits for the other one to end what it began.
  process.on('SIGINT', () => undefined);
  const { child, exited } = launch(NODE, ['scripts/serve.mjs'], { cwd: ROOT, stdio: 'inherit', detached: false });
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  const code = await exited;
  process.exitCode = typeof code === 'number' ? code : 1;
} catch (error) {
  giveUp(error);
}
