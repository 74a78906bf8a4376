import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NODE, ROOT } from './paths.mjs';
import { run } from './processes.mjs';
import { CannotStart, say } from './say.mjs';

const SOURCES = ['apps', 'libs', 'packages', 'package-lock.json', '.swcrc', 'nest-cli.json', 'tsconfig.json'];
const STAMP = join(ROOT, 'dist', '.built');

/** Builds server and web client, unless what stands in `dist` came from these very sources. */
export async function ensureBuilt() {
  const sources = digest();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources) return;
  say('构建 / Building …');
  rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
  const quiet = { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] };
  const codes = await Promise.all([
    run(NODE, ['node_modules/@nestjs/cli/bin/nest.js', 'build', 'api'], quiet),
    run(
      NODE,
      ['node_modules/vite/bin/vite.js', 'build', '--config', 'apps/web/vite.config.mts', '--logLevel', 'error'],
      quiet,
    ),
    ...packages().map((name) => buildPackage(name, quiet)),
  ]);
  if (codes.some((code) => code !== 0))
    throw new CannotStart('构建失败，见上方信息 / The build failed; see the lines above');
  copyContexts();
  writeFileSync(STAMP, sources);
}

/** The server examines what it issued with the verifier; the compiler of the server leaves aside what is no source file. */
export function copyContexts() {
  cpSync(join(ROOT, 'packages/verifier/contexts'), join(ROOT, 'dist/packages/verifier/contexts'), { recursive: true });
}

function packages() {
  return readdirSync(join(ROOT, 'packages'));
}

/** Each package keeps what it is built to, so that it can be run or packed from its own folder. */
function buildPackage(name, options) {
  const folder = join(ROOT, 'packages', name);
  rmSync(join(folder, 'dist'), { recursive: true, force: true });
  const swc = [join(ROOT, 'node_modules/@swc/cli/bin/swc.js'), 'src', '--out-dir', 'dist', '--strip-leading-paths'];
  const ways = ['--config-file', join(ROOT, '.swcrc'), '--ignore', '**/*.spec.ts', '--quiet'];
  return run(NODE, [...swc, ...ways], { ...options, cwd: folder });
}

function digest() {
  const hash = createHash('sha256');
  for (const source of SOURCES)
    for (const file of filesUnder(source)) hash.update(file).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
}

function filesUnder(path) {
  if (!/^(apps|libs|packages)$/.test(path)) return [path];
  return readdirSync(join(ROOT, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\/dist(\/|$)/.test(entry.parentPath))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
    .sort();
}
