import { checkNode, ensureInstalled } from './install.mjs';
import { NODE, ROOT } from './paths.mjs';
import { run } from './processes.mjs';
import { giveUp } from './say.mjs';

/** Runs a script, with the options given to this one, on the Node that the packages bring; installs them where they are missing. */
export async function runOnOwnNode(args) {
  try {
    checkNode();
    ensureInstalled();
    // Ctrl-C reaches the script as well, which ends what it began.
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined);
    const code = await run(NODE, [...args, ...process.argv.slice(2)], { cwd: ROOT, stdio: 'inherit' });
    process.exitCode = typeof code === 'number' ? code : 1;
  } catch (error) {
    giveUp(error);
  }
}
