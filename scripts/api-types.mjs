// Writes the types of the web client and of the package for institutions from the API's own description: `npm run api:types`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { copyContexts } from './lib/build.mjs';
import { NODE, ROOT } from './lib/paths.mjs';
import { run } from './lib/processes.mjs';

const HEAD = '// Made by `npm run api:types` from the OpenAPI document of the code. Do not edit.\n\n';
/** Decimals travel as strings; by the title of their schema the client gets them as the kernel's own types. */
const DECIMALS = new Map(['Decimal', 'Points'].map((name) => [name, ts.factory.createTypeReferenceNode(name)]));
const inject = `import type { ${[...DECIMALS.keys()].join(', ')} } from '@hz/kernel';\n`;
const transform = ({ title }) => DECIMALS.get(title);
const TARGET = join(ROOT, 'apps/web/src/shared/api/schema.d.ts');
const CLIENT_TARGET = join(ROOT, 'packages/client/src/schema.d.ts');

const swc = [
  'node_modules/@swc/cli/bin/swc.js',
  'apps/api/src',
  'libs',
  'packages/verifier/src',
  '-d',
  'dist',
  '--config-file',
  '.swcrc',
  '--ignore',
  '**/*.spec.ts',
  '--quiet',
];
const document = join(ROOT, 'dist', 'openapi.json');
copyContexts();
const quiet = { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] };
for (const args of [swc, ['dist/apps/api/src/print-openapi.js', document]]) {
  if ((await run(NODE, args, quiet)) !== 0) process.exit(1);
}
const described = JSON.parse(readFileSync(document, 'utf8'));
const files = new Map([
  [TARGET, HEAD + astToString(await openapiTS(structuredClone(described), { inject, transform }))],
  [CLIENT_TARGET, HEAD + astToString(await openapiTS(forInstitutions(described)))],
]);
for (const [file, types] of files) {
  if (!process.argv.includes('--check')) writeFileSync(file, types);
  else if (readFileSync(file, 'utf8') !== types) {
    process.stderr.write(`${relative(ROOT, file)} is out of date: run \`npm run api:types\`\n`);
    process.exitCode = 1;
  }
}

/** What an API key may call, and the schemas that this needs: the client's package stands alone and knows no more. */
function forInstitutions(whole) {
  const paths = Object.fromEntries(
    Object.entries(whole.paths).flatMap(([path, operations]) => {
      const own = Object.entries(operations).filter(([, operation]) => operation['x-allow'].apiKey !== undefined);
      return own.length === 0 ? [] : [[path, Object.fromEntries(own)]];
    }),
  );
  const schemas = {};
  const take = (part) => {
    for (const [, name] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (name in schemas) continue;
      schemas[name] = whole.components.schemas[name];
      take(schemas[name]);
    }
  };
  take(paths);
  for (const name of ['CheckByNumber']) schemas[name] ??= whole.components.schemas[name];
  const { securitySchemes } = whole.components;
  return { ...whole, paths, components: { schemas, securitySchemes: { apiKey: securitySchemes.apiKey } } };
}
