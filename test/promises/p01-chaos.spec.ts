import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const COMMAND = ['--import', './test/tools/typescript.mjs', 'test/chaos/run.mjs'];

/** The command in a process of its own, as `npm run chaos` runs it. */
function chaos(...options: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...COMMAND, ...options], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { status, output: `${stdout}\n${stderr}` };
}

describe('P1, P2: nothing is lost and nothing happens twice, whatever fails at whatever moment', () => {
  it('F7: a hundred rounds of faults, on to the certificates', () => {
    const size = ['--rounds', '100', '--candidates', '4', '--finish-every', '50'];
    const { status, output } = chaos('--quick', '--seed', '2', ...size);
    expect(output).toContain('100 rounds, 400 attempts');
    expect(output).toContain(' 0 lost, 0 doubled, 0 out of order, 0 not exactly once, 0 oddities.');
    expect(status).toBe(0);
  });

  it('F7: is seen to fail when acknowledgements go out before the commit, and keeps the evidence', () => {
    const options = ['--quick', '--seed', '2', '--rounds', '2', '--faults', 'kill-api'];
    const { status, output } = chaos(...options, '--sabotage', 'commit-before-ack');
    const [, lost] = /: (\d+) lost,/.exec(output) ?? [];
    const [, evidence] = /^Evidence .*: (\/.*)$/m.exec(output) ?? [];
    if (evidence !== undefined) rmSync(evidence, { recursive: true });
    expect({ status, evidence: evidence !== undefined }).toEqual({ status: 1, evidence: true });
    expect(Number(lost)).toBeGreaterThan(0);
    expect(output).toContain('Again: npm run chaos -- --seed 2 --quick --faults kill-api --sabotage commit-before-ack');
  });
});
