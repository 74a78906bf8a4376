import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bakedBadge } from '../browser/baked';
import { CertificatesSite } from '../browser/certificates-site';
import { qrCodeOf } from '../browser/qr-code';

const ROOT = join(__dirname, '../..');
const run = promisify(execFile);
const VERIFIER = join(ROOT, 'packages/verifier/bin/hengzheng-verify.cjs');

describe('P7: a stranger checks a certificate as docs/verification.md says', () => {
  let site: CertificatesSite;
  let environment: NodeJS.ProcessEnv;
  const folder = mkdtempSync(join(tmpdir(), 'hz-stranger-'));

  beforeAll(async () => {
    site = await CertificatesSite.open();
    const { number, pdf, credentials, tokens } = await site.issue();
    const whole = credentials['whole-score']!;
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    for (const [name, content] of Object.entries({
      'certificate.pdf': pdf,
      'credential.json': whole,
      'credential.jwt': tokens['whole-score']!,
      'badge.png': bakedBadge(whole),
      'bin/hengzheng-verify': `#!/bin/sh\nexec '${process.execPath}' '${VERIFIER}' "$@"\n`,
    }))
      writeFileSync(join(folder, name), content);
    chmodSync(join(bin, 'hengzheng-verify'), 0o755);
    environment = {
      PATH: `${bin}:${process.env['PATH']}`,
      HENGZHENG_URL: site.base,
      NUMBER: number,
      NAME: '欧阳晓明',
      QR: qrCodeOf(Buffer.from(pdf))!,
      LANG: 'C.UTF-8',
      NO_PROXY: '*',
    };
  }, 120_000);
  afterAll(async () => {
    await site?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('every command does what is said of it', async () => {
    const text = readFileSync(join(ROOT, 'docs/verification.md'), 'utf8');
    const commands = [...text.matchAll(/^```bash\n(.*?)^```$/gms)].map(([, command]) => command!);
    expect(commands.length).toBeGreaterThanOrEqual(6);
    const printed: string[] = [];
    for (const command of commands) {
      const options = { cwd: folder, env: environment, timeout: 60_000 };
      printed.push((await run('bash', ['-euo', 'pipefail', '-c', command], options)).stdout);
    }
    const files = printed.find((output) => output.startsWith('certificate.pdf'))!;
    for (const name of ['certificate.pdf', 'badge.png', 'credential.json', 'credential.jwt'])
      expect(files).toContain(`${name}: 有效 / Valid`);
  }, 120_000);

  it('keys that were fetched say so beside what is to be compared with them', async () => {
    const { stderr } = await run('hengzheng-verify', ['trust', site.base], { env: environment });
    expect(stderr).toMatch(/PDF root {4}SHA-256 ([0-9A-F]{2}:){31}[0-9A-F]{2}/);
  });

  it.each([
    ['no trust', ['credential.json']],
    ['no file', ['--trust', 'trust.json']],
    ['both ways', ['credential.json', '--trust', 'trust.json', '--fetch', '--offline']],
    ['a file that is not there', ['nothing.pdf', '--trust', 'trust.json']],
  ])('wrong usage (%s) is no answer about a certificate', async (_, args) => {
    const failed = run('hengzheng-verify', args, { cwd: folder, env: environment });
    await expect(failed).rejects.toMatchObject({ code: 64, stdout: '' });
  });
});
