import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NODE, ROOT } from './paths.mjs';
import { CannotStart, say } from './say.mjs';

const OLDEST = [20, 19];
const STAMP = join(ROOT, 'node_modules', '.installed');

/** Stops on a Node that is too old even to install. The packages bring the Node that everything else runs on. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  throw new CannotStart(
    `需要 Node ${OLDEST.join('.')} 或更新版本 / Node ${OLDEST.join('.')} or newer is needed; this is ${process.versions.node}`,
  );
}

/** Installs exactly what the lock file names, when it has not been done for this lock file yet. */
export function ensureInstalled() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
  if (existsSync(NODE) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  // The warnings are of packages that want a newer Node than this one; they get it, from the packages.
  say('安装依赖 / Installing packages …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0)
    throw new CannotStart('依赖安装失败，见上方信息 / Packages could not be installed; see the lines above');
  writeFileSync(STAMP, wanted);
}
