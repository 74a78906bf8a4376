// Every suite, on services of its own. `npm test -- unit` runs one stage; the last line counts all that ran.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { NODE, ROOT } from './lib/paths.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { launch, end } from './lib/processes.mjs';
import { findRedis, startRedis } from './lib/redis.mjs';
import { giveUp, say } from './lib/say.mjs';
import { ensurePrograms, findProgram } from './lib/system-packages.mjs';

const NEEDED = [
  { programs: ['redis-server', 'valkey-server'], debian: 'redis-server' },
  { programs: ['chromium', 'chromium-browser', 'google-chrome'], debian: 'chromium' },
  { programs: ['pdftoppm'], debian: 'poppler-utils' },
  { programs: ['pdfsig'], debian: 'poppler-utils' },
  { programs: ['certutil'], debian: 'libnss3-tools' },
  { programs: ['softhsm2-util'], debian: 'softhsm2' },
  { programs: ['openssl'], debian: 'openssl' },
  { programs: ['curl'], debian: 'curl' },
  { programs: ['jq'], debian: 'jq' },
  { programs: ['faketime'], debian: 'faketime' },
  { programs: ['nginx'], debian: 'nginx-light' },
  { programs: ['strace'], debian: 'strace' },
];
const TSC = 'node_modules/typescript7/bin/tsc';
const STATIC = [
  { name: 'types of the server', args: [TSC, '--noEmit', '-p', '.'] },
  { name: 'types of the web client', args: [TSC, '--noEmit', '-p', 'apps/web'] },
  {
    name: 'lint',
    args: ['node_modules/eslint/bin/eslint.js', '--max-warnings=0', 'apps', 'libs', 'packages', 'test', 'scripts'],
  },
  {
    name: 'format',
    args: [
      'node_modules/prettier/bin/prettier.cjs',
      '--check',
      '--log-level=warn',
      'apps',
      'libs',
      'packages',
      'test',
      'scripts',
    ],
  },
  { name: 'types of the API are those of the code', args: ['scripts/api-types.mjs', '--check'] },
];
const JEST = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];
/** Spec files that run at the same time: those that mostly wait for processes to die and come back leave room for another. */
const AT_ONCE = { start: 1, promises: 2, browser: 1 };
const STAGES = ['static', 'unit', 'start', 'promises', 'browser'];

const counts = { passed: 0, failed: 0, skipped: 0 };
const begun = [];
const folder = mkdtempSync(join(tmpdir(), 'hz-test-run-'));
let current = null;
let stopped = false;

async function runOne(args, env) {
  if (stopped) return 1;
  current = launch(NODE, args, { cwd: ROOT, env: { ...process.env, ...env } });
  const code = await current.exited;
  current = null;
  return code;
}

async function staticChecks() {
  for (const { name, args } of STATIC) {
    const passed = (await runOne(args, {})) === 0;
    counts[passed ? 'passed' : 'failed'] += 1;
    say(`${passed ? '✓' : '✗'} ${name}`);
  }
}

async function jest(stage, env, extra = []) {
  const report = join(folder, `${stage}.json`);
  const config = stage === 'unit' ? 'jest.config.js' : `test/${stage}/jest.config.js`;
  const code = await runOne(
    [...JEST, '--config', config, '--json', `--outputFile=${report}`, '--testLocationInResults=false', ...extra],
    env,
  );
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    counts.passed += result.numPassedTests;
    counts.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
    counts.skipped += result.numPendingTests + result.numTodoTests;
  } catch {
    counts.failed += 1;
    say(`✗ ${stage}: jest ended with ${code} and no report`);
  }
}

/** One PostgreSQL with the durability settings of production, one Redis where there is a program for it. */
async function services() {
  ensurePrograms(NEEDED);
  const postgres = await startPostgres(join(folder, 'postgres'), {
    settings: { max_connections: 300, shared_buffers: '256MB' },
  });
  begun.push(postgres);
  const program = findRedis();
  const redis = program === null ? null : await startRedis(program, join(folder, 'redis'));
  if (redis !== null) begun.push(redis);
  say(
    redis === null
      ? 'Redis: 没有，只测试 PostgreSQL 队列 / none; queues are tested on PostgreSQL alone'
      : `Redis: ${program}`,
  );
  return {
    TEST_DATABASE_URL: postgres.url,
    ...(redis !== null && { TEST_REDIS_URL: redis.url, TEST_REDIS_PROGRAM: program }),
    TEST_CHROMIUM: findProgram('chromium', 'chromium-browser', 'google-chrome') ?? '',
  };
}

async function endAll() {
  stopped = true;
  if (current !== null) await end(current);
  for (const service of begun.reverse()) await service.stop().catch(() => undefined);
  rmSync(folder, { recursive: true, force: true });
}

async function main() {
  const wanted = process.argv.slice(2).filter((name) => STAGES.includes(name));
  const runs = (stage) => wanted.length === 0 || wanted.includes(stage);
  if (runs('static')) await staticChecks();
  const env = await services();
  if (runs('unit')) await jest('unit', env);
  for (const stage of ['start', 'promises', 'browser'].filter(runs)) {
    await ensureBuilt();
    await jest(stage, env, [`--maxWorkers=${AT_ONCE[stage]}`]);
  }
}

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void endAll().then(() => process.exit(130)));
main()
  .catch((error) => {
    counts.failed += 1;
    giveUp(error);
  })
  .finally(async () => {
    await endAll();
    say(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
    process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1);
  });
