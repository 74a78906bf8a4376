import { spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Installation } from '../tools/installation';

const MONITOR = join(__dirname, '../../packages/log-monitor/bin/hengzheng-log-monitor.cjs');

const CRASHES = [
  'transparency.integrate.before-commit',
  'transparency.integrate.after-commit',
  'transparency.sign.after-commit',
];

describe('P2: what goes into the transparency log gets one leaf, whatever dies on the way', () => {
  let installation: Installation;

  beforeAll(async () => {
    installation = await Installation.create({ seeded: false });
    await installation.startApi();
  });
  afterAll(() => installation?.remove());

  /** An entry as certification leaves it behind when it dies right after its commit. */
  async function appended(): Promise<string> {
    const id = randomUUID();
    const commitment = createHash('sha256').update(id).digest('hex');
    await installation.query(
      `INSERT INTO transparency.entry (id, kind, subject, commitment, at) VALUES ($1::uuid, 'issue', $1::uuid::text, $2, now())`,
      [id, commitment],
    );
    return id;
  }

  const log = async (path: string) => (await fetch(new URL(`/log/${path}`, installation.base))).text();
  const sizeOf = (checkpoint: string) => Number(checkpoint.split('\n')[1]);

  it('F1, F6: a kill before and after the growth, and after the signature', async () => {
    installation.startWorker();
    const first = await appended();
    await installation.until('SELECT max(size) = 1 FROM transparency.checkpoint');
    await installation.kill('worker');
    const seen = await log('checkpoint');

    const entries = [first];
    for (const point of CRASHES) {
      entries.push(await appended());
      installation.startWorker(`crash:${point}`);
      await installation.death('worker');
    }
    installation.startWorker();
    await installation.until('SELECT coalesce(max(size), 0) = $1 FROM transparency.checkpoint', [entries.length]);

    const leaves = await installation.query<{ entry_id: string; index: string }>(
      'SELECT entry_id, index FROM transparency.leaf ORDER BY index',
    );
    // What waits together goes in by its id, and these have no order.
    expect(leaves.map(({ entry_id }) => entry_id).sort()).toEqual([...entries].sort());
    expect(leaves[0]!.entry_id).toBe(first);
    expect(sizeOf(await log('checkpoint'))).toBe(entries.length);
    // I8: what was seen before the kills is continued; the server itself refuses to say so where it is not.
    expect(await log(`consistency/${sizeOf(seen)}`)).toMatch(/^old 1\n/);
    for (const { index } of leaves) expect(await log(`proof/${index}`)).toContain(`index ${index}\n`);
  });

  it('I8: a monitor of a stranger follows it, and alarms when the log becomes shorter', async () => {
    const state = mkdtempSync(join(tmpdir(), 'hz-monitor-'));
    const key = (await log('key')).trim();
    const look = () => {
      const where = ['--log', `${installation.base}/log`, '--key', key, '--state', state, '--once'];
      const { status, stdout, stderr } = spawnSync(process.execPath, [MONITOR, ...where], { encoding: 'utf8' });
      return { status, said: stdout + stderr };
    };
    try {
      expect(look()).toEqual({ status: 0, said: expect.stringMatching(/leaves 4 · issue 4/) });
      await installation.query('ALTER TABLE transparency.checkpoint DISABLE TRIGGER ALL');
      await installation.query('DELETE FROM transparency.checkpoint WHERE size = 4');
      expect(look()).toEqual({ status: 2, said: expect.stringContaining('(rollback): 4 → ') });
    } finally {
      rmSync(state, { recursive: true });
    }
  });
});
