import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const root = join(__dirname, '../..');
const run = promisify(execFile);

interface Violation {
  rule: { name: string };
  from: string;
  to: string;
}

/** Runs dependency-cruiser over a tree and returns what it forbids. */
async function violations(tree: string, folders: string[]): Promise<Violation[]> {
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders];
  const { stdout } = await run(
    process.execPath,
    [join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'), ...args],
    {
      cwd: tree,
      maxBuffer: 500_000_000,
    },
  ).catch((error: { stdout: string }) => error);
  return (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
}

/** One wrong import for each rule: the rule, the folder of the file that breaks it, and what that file imports. */
const PLANTED: readonly (readonly [rule: string, folder: string, imported: string])[] = [
  ['delivery-calls-only-its-neighbours', 'libs/delivery/src/application', '@hz/scoring'],
  ['only-through-the-front-door', 'libs/delivery/src/application', '../../../registration/src/domain/planted-rule'],
  ['apps-use-front-doors', 'apps/worker/src', '../../../libs/registration/src/domain/planted-rule'],
  ['contract-imports-the-kernel-and-contracts-alone', 'libs/delivery/src/contract', '@hz/platform'],
  ['domain-is-pure', 'libs/delivery/src/domain', 'node:fs'],
  ['pure-contexts-have-no-edges', 'libs/scoring/src/domain', '@hz/platform'],
  ['kernel-knows-nobody', 'libs/kernel/src', 'node:fs'],
  ['platform-knows-no-context', 'libs/platform/src', '@hz/audit'],
  ['keys-stay-home', 'libs/delivery/src/application', '@hz/assembly/keys'],
  ['application-knows-no-http', 'libs/delivery/src/application', '../http/planted-controller'],
  ['edges-use-their-own-application', 'libs/delivery/src/http', '@hz/registration'],
  ['web-sees-contracts-and-kernel', 'apps/web/src', '../../../libs/registration/src/domain/planted-rule'],
  ['packages-stand-alone', 'packages/log-monitor/src', '../../../libs/kernel/src/hash'],
  ['no-cycles', 'libs/kernel/src', './planted-no-cycles-back'],
  ['everything-resolves', 'libs/kernel/src', '@hz/nowhere'],
];

const FOLDERS = ['apps/api', 'apps/worker', 'apps/web/src', 'libs', 'packages'];
const COPIED = [
  'libs',
  'apps',
  'packages',
  'tsconfig.json',
  '.dependency-cruiser.cjs',
  'boundaries.json',
  'package.json',
];

/** A copy of the house in which each rule is broken once, by a file of its own. */
function plantedTree(): string {
  const tree = mkdtempSync(join(root, 'node_modules/.planted-'));
  for (const name of COPIED) {
    cpSync(join(root, name), join(tree, name), {
      recursive: true,
      filter: (path) => !/\.spec\.tsx?$|\/dist$/.test(path),
    });
  }
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), content);
  };
  write('libs/registration/src/domain/planted-rule.ts', 'export const rule = 1;');
  write('libs/delivery/src/http/planted-controller.ts', 'export const controller = 1;');
  write('libs/kernel/src/planted-no-cycles-back.ts', "import './planted-no-cycles';");
  for (const [rule, folder, imported] of PLANTED) {
    write(`${folder}/planted-${rule}.ts`, `import '${imported}';\nexport {};\n`);
  }
  return tree;
}

describe('the import rules of the house', () => {
  let inThePlanted: Violation[];

  beforeAll(async () => {
    const tree = plantedTree();
    try {
      inThePlanted = await violations(tree, FOLDERS);
    } finally {
      rmSync(tree, { recursive: true, force: true });
    }
  }, 120_000);

  it('hold', async () => {
    const found = await violations(root, FOLDERS);
    expect(found.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  }, 120_000);

  // A rule that does not bite here protects nothing.
  it.each(PLANTED)('%s bites', (rule, folder) => {
    const found = inThePlanted.filter(({ from }) => from.startsWith(`${folder}/planted-${rule}`));
    expect(found.map(({ rule: { name } }) => name)).toContain(rule);
  });
});
