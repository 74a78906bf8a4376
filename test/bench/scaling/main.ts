import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFigures } from './figures';
import { between } from './markdown';
import { Report } from './report';

const DOCUMENT = join(__dirname, '../../../docs/scaling.md');
const SEED = '1';

/** `npm run simulate:scaling`: prints every table; with `--write` puts them into docs/scaling.md. `--seed S` for other chances. */
export function main(args: readonly string[]): number {
  const seed = args.includes('--seed') ? (args[args.indexOf('--seed') + 1] ?? SEED) : SEED;
  const tables = Object.entries(new Report(readFigures(), seed).tables());
  if (!args.includes('--write')) {
    for (const [name, text] of tables) process.stdout.write(`\n== ${name}\n\n${text}\n`);
    return 0;
  }
  const document = tables.reduce((all, [name, text]) => between(all, name, text), readFileSync(DOCUMENT, 'utf8'));
  writeFileSync(DOCUMENT, document);
  return 0;
}
