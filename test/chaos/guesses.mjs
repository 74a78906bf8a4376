// `npm run guess:certificates`: the test of guessed certificates with as many guesses as wanted, over a PostgreSQL of its own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NODE, ROOT } from '../../scripts/lib/paths.mjs';
import { startPostgres } from '../../scripts/lib/postgres.mjs';
import { end, launch } from '../../scripts/lib/processes.mjs';

const HUNDRED_THOUSAND = '100000';
const JEST = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];

const guesses = process.argv[2] ?? HUNDRED_THOUSAND;
if (!/^[1-9]\d{0,7}$/.test(guesses)) {
  console.error(`猜测次数 / number of guesses: ${guesses}`);
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'hz-guesses-'));
const postgres = await startPostgres(join(folder, 'postgres'));
const { child, exited } = launch(NODE, [...JEST, 'test/e2e/guessed-numbers.spec.ts'], {
  cwd: ROOT,
  env: { ...process.env, TEST_DATABASE_URL: postgres.url, HZ_GUESSES: guesses },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void end({ child, exited }));
process.exitCode = (await exited) === 0 ? 0 : 1;
await postgres.stop();
rmSync(folder, { recursive: true, force: true });
