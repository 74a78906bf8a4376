// Writes the types of the web client from the API's own description: `npm run api:types`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { NODE, ROOT } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';

const HEAD = '// Made by `npm run api:types` from the OpenAPI document of the code. Do not edit.\n\n';
/** Decimals travel as strings; by the title of their schema the client gets them as the kernel's own types. */
const DECIMALS = new Map(['Decimal', 'Points'].map((name) => [name, ts.factory.createTypeReferenceNode(name)]));
const inject = `import type { ${[...DECIMALS.keys()].join(', ')} } from '@hz/kernel';\n`;
const transform = ({ title }) => DECIMALS.get(title);
const TARGET = join(ROOT, 'apps/web/src/shared/api/schema.d.ts');

const swc = [
  'node_modules/@swc/cli/bin/swc.js',
  'apps/api/src',
  'libs',
  '-d',
  'dist',
  '--config-file',
  '.swcrc',
  '--ignore',
  '**/*.spec.ts',
  '--quiet',
];
const document = join(ROOT, 'dist', 'openapi.json');
const quiet = { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] };
for (const args of [swc, ['dist/apps/api/src/print-openapi.js', document]]) {
  if ((await run(NODE, args, quiet)) !== 0) process.exit(1);
}
const types = HEAD + astToString(await openapiTS(JSON.parse(readFileSync(document, 'utf8')), { inject, transform }));
if (process.argv.includes('--check')) {
  if (readFileSync(TARGET, 'utf8') !== types) {
    process.stderr.write('apps/web/src/shared/api/schema.d.ts is out of date: run `npm run api:types`\n');
    process.exit(1);
  }
} else {
  writeFileSync(TARGET, types);
}
