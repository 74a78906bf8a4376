import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { say } from './say.mjs';

/** The first of these programs on PATH; null when there is none. */
export function findProgram(...names) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        continue;
      }
    }
  }
  return null;
}

/**
 * Installs distribution packages for programs that the tests need, where this machine allows it (Debian, root). Says plainly what it
 * did and what stays missing.
 */
export function ensurePrograms(wanted) {
  const missing = wanted.filter(({ programs }) => findProgram(...programs) === null);
  if (missing.length === 0) return;
  const packages = missing.map(({ debian }) => debian);
  if (process.getuid?.() !== 0 || findProgram('apt-get') === null) {
    say(`缺少 / Missing and not installable here: ${packages.join(', ')}`);
    return;
  }
  say(`安装测试所需程序 / Installing for the tests: ${packages.join(', ')} …`);
  const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  const install = () =>
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], options).status === 0;
  if (install()) return;
  spawnSync('apt-get', ['update'], options);
  if (!install()) say(`未能安装 / Could not be installed: ${packages.join(', ')}`);
}
