import { execFile } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { trustOf, verify, type Report } from '@hengzheng/verifier';
import { instant } from '@hz/kernel';
import { KeyRing, type SigningPurpose } from '@hz/platform';
import { awarded } from '../../libs/certification/src/testing/issuing.fixture';
import { IssueCertificate } from '@hz/certification';
import { certificatesWorld, type IssuedFiles } from './certificates/issued';

const ROOT = join(__dirname, '../..');
const WORKER = join(ROOT, 'dist/apps/worker/src/main.js');
const PASSPHRASE = 'correct horse battery staple';

interface Told {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}
type World = Awaited<ReturnType<typeof certificatesWorld>>;

/** The commands of docs/keys.md, given to real processes, while the pipeline of this process issues before, between and after them. */
describe('P7: keys change, and what was signed keeps its meaning', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'hz-keys-'));
  let made: World;
  let passphrase: string | undefined;

  beforeAll(async () => {
    made = await certificatesWorld({ DATA_DIR: dataDir });
  }, 120_000);
  afterAll(async () => {
    await made?.world.context.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const setClock = () => made.world.context.clock.set(instant(Date.now()));
  const keysOf = async (purpose: SigningPurpose) =>
    (await made.world.get(KeyRing).list()).filter((key) => key.purpose === purpose);

  /** The files of the one who is issued a certificate now. */
  async function issue(): Promise<IssuedFiles> {
    // A process that runs knows of a new key after two seconds.
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    setClock();
    return made.issue();
  }

  function keys(args: readonly string[], more: Record<string, string> = {}): Promise<Told> {
    const env = {
      PATH: process.env['PATH'],
      NODE_ENV: 'test',
      DATABASE_URL: made.world.context.databaseUrl,
      QUEUE_BACKEND: 'postgres',
      DATA_DIR: dataDir,
      HZ_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
      LOG_LEVEL: 'silent',
      ...(passphrase !== undefined && { KEY_PASSPHRASE: passphrase }),
      ...more,
    };
    return new Promise((resolve) => {
      execFile(process.execPath, [WORKER, 'keys', ...args], { env, timeout: 60_000 }, (error, out, err) => {
        resolve({ code: error === null ? 0 : Number(error.code ?? 1), out, err });
      });
    });
  }
  async function done(args: readonly string[], more: Record<string, string> = {}): Promise<string> {
    const { code, out, err } = await keys(args, more);
    expect({ args, code, err }).toEqual({ args, code: 0, err: '' });
    return out;
  }

  /** What a stranger is told of every form, with what is public now. */
  async function told(files: IssuedFiles): Promise<string[]> {
    setClock();
    const trust = await trustOf(await made.trustFile());
    const options = {
      now: made.world.context.clock.now(),
      statusLists: await made.statusLists(),
      logProofs: [files.logProof],
    };
    const say = ({ verdict, reasons }: Report) => [verdict, ...reasons].join(' ');
    const given = [files.credentials['whole-score']!, files.tokens['masked-pass']!, files.pdf];
    return Promise.all(given.map(async (input) => say(await verify(input, trust, options))));
  }
  const COUNTS = ['valid', 'valid', 'valid'];

  let first: IssuedFiles;
  let second: IssuedFiles;

  it('rotated, each of them: certificates of before and after count', async () => {
    first = await issue();
    for (const purpose of ['credential', 'log', 'pdf', 'receipt', 'response-file']) await done(['rotate', purpose]);
    second = await issue();
    expect(await told(first)).toEqual(COUNTS);
    expect(await told(second)).toEqual(COUNTS);
    const list = await done(['list']);
    for (const purpose of ['credential', 'log', 'pdf', 'receipt']) {
      const lines = list.split('\n').filter((line) => line.startsWith(`${purpose} `));
      expect(lines.map((line) => line.includes('current'))).toEqual(purpose === 'receipt' ? [true] : [false, true]);
    }
    expect(list).toMatch(/^response-file .*current$/m);
  }, 120_000);

  it('compromised: what it signed since does not count, what it signed before needs somebody else who saw it, other keys keep their word', async () => {
    const since = new Date().toISOString();
    const third = await issue();
    const stolen = (await keysOf('credential')).at(-1)!;
    expect(await done(['declare-compromise', stolen.id, '--since', since])).toContain(since);
    expect(await told(first)).toEqual(COUNTS);
    const [compromised, unseen] = ['not-valid key-compromised', 'cannot-be-determined signed-before-compromise'];
    expect((await told(third)).slice(0, 2)).toEqual([compromised, compromised]);
    expect((await told(second)).slice(0, 2)).toEqual([unseen, unseen]);
    expect(await told(await issue())).toEqual(COUNTS);
  }, 120_000);

  it('a rotation of the log that was cut off is finished by a repeat, without a key too many', async () => {
    await made.world.get(KeyRing).rotate('log', () => Promise.resolve());
    const count = (await keysOf('log')).length;
    expect(await done(['list'])).toContain('not adopted yet');
    const { number } = await awarded(made.world);
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    setClock();
    await expect(made.world.get(IssueCertificate).run(number)).rejects.toThrow();
    expect(await done(['rotate', 'log'])).toMatch(/adopted/);
    expect(await keysOf('log')).toHaveLength(count);
    await made.world.get(IssueCertificate).run(number);
    expect(await told(await made.files(number))).toEqual(COUNTS);
  }, 120_000);

  it('lost: nothing starts without it but the command that puts another in its place', async () => {
    const { id } = (await keysOf('credential')).at(-1)!;
    const [{ label }] = (await made.world.sql<{ label: string }>(
      'SELECT label FROM platform.signing_key WHERE id = $1',
      [id],
    )) as [{ label: string }];
    const file = join(dataDir, 'keys', `${label}.ed25519`);
    renameSync(file, `${dataDir}/aside`);
    const refused = await keys(['change-passphrase', '--to-master-key']);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain(id);
    await done(['rotate', 'credential']);
    expect(await told(await issue())).toEqual(COUNTS);
    expect(await told(first)).toEqual(COUNTS);
    renameSync(`${dataDir}/aside`, file);
  }, 120_000);

  it('what makes no sense is refused in a sentence', async () => {
    const refusals: [string[], RegExp][] = [
      [['rotate', 'toaster'], /rotate PURPOSE/],
      [['declare-compromise', 'abc'], /--since/],
      [['declare-compromise', 'abc', '--since', '2026-01-01T00:00:00Z'], /key-not-found/],
      [['melt'], /one of: list, rotate/],
      [['change-passphrase'], /NEW_KEY_PASSPHRASE/],
    ];
    const told = await Promise.all(refusals.map(([args]) => keys(args)));
    for (const [index, [, sentence]] of refusals.entries())
      expect(told[index]).toMatchObject({ code: 1, err: expect.stringMatching(sentence) });
  }, 60_000);

  it('sealed with a passphrase: nothing opens without it', async () => {
    await done(['change-passphrase'], { NEW_KEY_PASSPHRASE: PASSPHRASE });
    const without = await keys(['list']);
    expect([without.code, without.err]).toEqual([1, expect.stringMatching(/^KEY_PASSPHRASE .*does not open/)]);
    passphrase = PASSPHRASE;
    await done(['rotate', 'receipt']);
  }, 120_000);

  it('everything of it stands in the audit trail', async () => {
    const actions = await made.world.sql<{ action: string; n: number }>(
      `SELECT action, count(*)::int AS n FROM audit.entry
        WHERE action ~ '^platform\\.key|^delivery\\.key' GROUP BY action ORDER BY action`,
    );
    expect(Object.fromEntries(actions.map(({ action, n }) => [action, n]))).toEqual({
      'delivery.key-made': 1,
      'platform.key-compromised': 1,
      // Six rotations, and the one that took the place of the stolen key.
      'platform.key-made': 7,
      'platform.key-passphrase-changed': 1,
    });
  });
});
