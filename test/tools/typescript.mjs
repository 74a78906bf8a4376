// `node --import ./test/tools/typescript.mjs …` runs the test tools as jest does: the same compiler settings, the same names of libraries.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const { transform, moduleNameMapper } = createRequire(import.meta.url)('../../jest.config.js');
const [, swc] = transform['^.+\\.ts$'];
/** Names of exports are written out, so that modules can import them. */
const settings = { ...swc, module: { ...swc.module, exportInteropAnnotation: true } };
const libraries = new Map(
  Object.entries(moduleNameMapper).map(([pattern, path]) => [pattern.slice(1, -1), path.replace('<rootDir>/', ROOT)]),
);

registerHooks({
  resolve(specifier, context, next) {
    const file = libraries.get(specifier) ?? relativeSource(specifier, context.parentURL);
    return file === undefined ? next(specifier, context) : { url: pathToFileURL(file).href, shortCircuit: true };
  },
  load(url, context, next) {
    if (!url.endsWith('.ts')) return next(url, context);
    const filename = fileURLToPath(url);
    const { code } = transformSync(readFileSync(filename, 'utf8'), { ...settings, filename });
    return { format: 'commonjs', source: code, shortCircuit: true };
  },
});

/** What TypeScript finds under a path without an ending. */
function relativeSource(specifier, parent) {
  if (!specifier.startsWith('.') || !parent?.endsWith('.ts')) return undefined;
  const path = fileURLToPath(new URL(specifier, parent));
  return [`${path}.ts`, `${path}/index.ts`].find((file) => existsSync(file));
}
