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

/** One wrong import for each rule; a rule that does not bite here protects nothing. */
const planted: { rule: string; file: string; text: string }[] = [
  {
    rule: 'delivery-calls-only-its-neighbours',
    file: 'libs/delivery/src/application/planted.ts',
    text: "import '@hz/scoring';",
  },
  {
    rule: 'only-through-the-front-door',
    file: 'libs/delivery/src/application/planted.ts',
    text: "import '../../../registration/src/domain/planted-rule';",
  },
  {
    rule: 'apps-use-front-doors',
    file: 'apps/worker/src/planted.ts',
    text: "import '../../../libs/registration/src/domain/planted-rule';",
  },
  {
    rule: 'contract-imports-the-kernel-and-contracts-alone',
    file: 'libs/delivery/src/contract/planted.ts',
    text: "import '@hz/platform';",
  },
  { rule: 'domain-is-pure', file: 'libs/delivery/src/domain/planted.ts', text: "import 'node:fs';" },
  { rule: 'pure-contexts-have-no-edges', file: 'libs/scoring/src/domain/planted.ts', text: "import '@hz/platform';" },
  { rule: 'kernel-knows-nobody', file: 'libs/kernel/src/planted.ts', text: "import 'node:fs';" },
  { rule: 'platform-knows-no-context', file: 'libs/platform/src/planted.ts', text: "import '@hz/audit';" },
  { rule: 'keys-stay-home', file: 'libs/delivery/src/application/planted.ts', text: "import '@hz/assembly/keys';" },
  {
    rule: 'application-knows-no-http',
    file: 'libs/delivery/src/application/planted.ts',
    text: "import '../http/planted-controller';",
  },
  {
    rule: 'edges-use-their-own-application',
    file: 'libs/delivery/src/http/planted.ts',
    text: "import '@hz/registration';",
  },
  {
    rule: 'web-sees-contracts-and-kernel',
    file: 'apps/web/src/planted.ts',
    text: "import '../../../libs/registration/src/domain/planted-rule';",
  },
  {
    rule: 'packages-stand-alone',
    file: 'packages/log-monitor/src/planted.ts',
    text: "import '../../../libs/kernel/src/hash';",
  },
  { rule: 'no-cycles', file: 'libs/kernel/src/planted.ts', text: "import './planted-back';" },
  { rule: 'everything-resolves', file: 'libs/kernel/src/planted.ts', text: "import '@hz/nowhere';" },
];

function plantedTree(file: string, text: string): string {
  const tree = mkdtempSync(join(root, 'node_modules/.planted-'));
  for (const name of [
    'libs',
    'apps',
    'packages',
    'tsconfig.json',
    '.dependency-cruiser.cjs',
    'boundaries.json',
    'package.json',
  ]) {
    cpSync(join(root, name), join(tree, name), { recursive: true, filter: (path) => !/\.spec\.tsx?$/.test(path) });
  }
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), content);
  };
  write('libs/registration/src/domain/planted-rule.ts', 'export const rule = 1;');
  write('libs/delivery/src/http/planted-controller.ts', 'export const controller = 1;');
  write('libs/kernel/src/planted-back.ts', "import './planted';");
  write(file, `${text}\nexport {};\n`);
  return tree;
}

describe('the import rules of the house', () => {
  it('hold', async () => {
    const found = await violations(root, ['apps/api', 'apps/worker', 'apps/web/src', 'libs', 'packages']);
    expect(found.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
  }, 120_000);

  it.each(planted)(
    '$rule bites',
    async ({ rule, file, text }) => {
      const tree = plantedTree(file, text);
      try {
        const folder = file.split('/').slice(0, 2).join('/');
        const found = await violations(tree, [folder]);
        expect(found.filter(({ from }) => from.includes('planted')).map(({ rule: { name } }) => name)).toContain(rule);
      } finally {
        rmSync(tree, { recursive: true, force: true });
      }
    },
    120_000,
  );
});
