import { createHash } from 'node:crypto';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalJson } from '@hz/kernel';
import { testContext, type TestContext } from '@hz/platform/testing';
import { PdfPress } from '@hz/platform';
import type { Credential } from '@hz/verification/contract';
import jsQR from 'jsqr';
import { CredentialRefused } from '../contract';
import { unsignedCredential, type CredentialFacts } from '../domain/unsigned-credential';
import { CertificatePrinter, type PrintedCertificate } from './certificate-printer';
import { credentialFacts } from '../testing/credential.fixture';
import { fontThatCalls } from '../testing/extra-font';
import { cut, inkIn, rendered } from '../testing/rendered';
import { PdfSigningKey } from './pdf-signing-key';
import { SigningCertificateRepository } from '../persistence/signing-certificate.repository';
import { TemplateSource } from './template-source';
import { TimeStamps } from './time-stamps';

const folder = mkdtempSync(join(tmpdir(), 'hz-pdf-'));
const config = { dataDir: folder, publicUrl: 'http://localhost:3000', pdfExtraFont: undefined, pdfThreads: 1 };
let context: TestContext;
const presses: PdfPress[] = [];
/** As in another process: a press that has printed nothing yet. */
function newPrinter(pdfExtraFont?: string): CertificatePrinter {
  const press = new PdfPress({ ...config, pdfExtraFont });
  presses.push(press);
  return new CertificatePrinter(config, context.module.get(PdfSigningKey), press, new TemplateSource());
}
const CODE = 'q3X-nm5rV2sC0pQd8aLw1g';
const QR_PAYLOAD = `1.${'eyJ'.repeat(110)}.${'c2ln'.repeat(21)}`;
const LOG_PROOF = 'c2sp.org/tlog-proof@v1\nindex 4711\n\nlocalhost:3000/log\n5000\nqqqq\n\n— localhost:3000/log abcd\n';

const credentialOf = (changes: Partial<CredentialFacts> = {}) =>
  unsignedCredential(credentialFacts(changes)) as unknown as Credential;

const printable = (credential: Credential) => ({
  credential,
  verificationCode: CODE,
  qrPayload: QR_PAYLOAD,
  logProof: LOG_PROOF,
});

function written(bytes: Buffer): string {
  const file = join(folder, 'certificate.pdf');
  writeFileSync(file, bytes);
  return file;
}

describe('the printed certificate', () => {
  let printed: PrintedCertificate;
  beforeAll(async () => {
    context = await testContext([], { providers: [PdfSigningKey, TimeStamps, SigningCertificateRepository] });
    printed = await newPrinter().print(printable(credentialOf()));
  }, 120_000);
  afterAll(async () => {
    await context.close();
    await Promise.all(presses.map((press) => press.onApplicationShutdown()));
  });

  it('carries a signature that software of others finds valid, over the whole file (P7)', () => {
    const file = written(printed.bytes);
    const report = execFileSync('pdfsig', [file], { encoding: 'utf8' });
    expect(report).toContain('Signature is Valid');
    expect(report).toContain('Total document signed');
    expect(report).toContain('ETSI.CAdES.detached');
  });

  it('has the attributes of CAdES, as OpenSSL reads them', () => {
    const text = printed.bytes.toString('latin1');
    const [, first, second, rest] = /\/ByteRange \[0 (\d+) (\d+) (\d+)/.exec(text)!.map(Number) as [
      number,
      number,
      number,
      number,
    ];
    const content = Buffer.concat([printed.bytes.subarray(0, first), printed.bytes.subarray(second, second + rest)]);
    const signature = Buffer.from(text.slice(first + 1, second - 1), 'hex');
    const [contentFile, signatureFile] = [join(folder, 'content'), join(folder, 'signature')];
    writeFileSync(contentFile, content);
    writeFileSync(signatureFile, signature);
    const files = ['-inform', 'DER', '-in', signatureFile, '-content', contentFile, '-out', '/dev/null'];
    const certificates = execFileSync('openssl', ['pkcs7', '-inform', 'DER', '-in', signatureFile, '-print_certs']);
    const trusted = join(folder, 'trusted.pem');
    writeFileSync(trusted, certificates);
    const time = String(context.clock.now() / 1_000);
    const trust = ['-CAfile', trusted, '-partial_chain', '-purpose', 'any', '-attime', time];
    const verified = spawnSync('openssl', ['cms', '-verify', '-cades', '-binary', ...trust, ...files], {
      encoding: 'utf8',
    });
    expect(verified.stderr).toContain('CAdES Verification successful');
  });

  it('is found out when a byte is changed', () => {
    const altered = Buffer.from(printed.bytes);
    altered[2_000]! ^= 1;
    const report = execFileSync('pdfsig', [written(altered)], { encoding: 'utf8' });
    expect(report).not.toContain('Signature is Valid');
  });

  it('is the same file however often it is made, by a new process too (P2)', async () => {
    const again = await newPrinter().print(printable(credentialOf()));
    expect(again.hash).toBe(printed.hash);
    expect(again.bytes.equals(printed.bytes)).toBe(true);
  }, 120_000);

  it('says what the credential says, on one page', () => {
    const file = written(printed.bytes);
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    for (const shown of [
      '欧阳晓明',
      'Ouyang Xiaoming',
      'HZ-2026-124-000017-4',
      '83.5 / 100',
      '2029-11-25',
      '提示词工程师',
    ]) {
      expect(text.replaceAll(/\s+/g, ' ')).toContain(shown);
    }
    expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(/Pages:\s+1\n/);
  });

  it('has a code that phones read, with the signed payload', () => {
    const { width, height, rgba } = cut(rendered(printed.bytes, 144), { left: 620, top: 340, right: 760, bottom: 480 });
    const code = jsQR(rgba, width, height);
    expect(code?.data).toBe(`http://localhost:3000/verify/HZ-2026-124-000017-4?code=${CODE}#${QR_PAYLOAD}`);
  });

  it('holds the credential and its proof of the log as files, byte for byte', () => {
    const file = written(printed.bytes);
    execFileSync('pdfdetach', ['-saveall', '-o', folder, file]);
    expect(readFileSync(join(folder, 'credential.json'), 'utf8')).toBe(canonicalJson(credentialOf()));
    expect(readFileSync(join(folder, 'credential.tlog-proof'), 'utf8')).toBe(LOG_PROOF);
    const text = printed.bytes.toString('latin1');
    expect(text).toContain('/AFRelationship /Data');
    expect(text).toContain('/Subtype /application#2Fvc');
    const sum = createHash('md5').update(canonicalJson(credentialOf())).digest('hex');
    expect(text).toContain(`/CheckSum <${sum}>`);
  });

  it('embeds every font that it uses', () => {
    const fonts = execFileSync('pdffonts', [written(printed.bytes)], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .slice(2);
    expect(fonts.length).toBeGreaterThan(1);
    // Embedded, a subset, and with a map to Unicode.
    for (const font of fonts) expect(font).toMatch(/ yes +yes +yes /);
  });

  it('is told by screen readers: a heading, the language, and what the code is for', () => {
    const structure = execFileSync('pdfinfo', ['-struct-text', written(printed.bytes)], { encoding: 'utf8' });
    expect(structure).toContain('H1');
    expect(structure).toContain('欧阳晓明');
    expect(execFileSync('pdfinfo', [written(printed.bytes)], { encoding: 'utf8' })).toMatch(/Tagged:\s+yes/);
  });

  it('has ink where the name stands, and says that a copy is one', async () => {
    const credential = credentialOf();
    const name = inkIn(printed.bytes, { left: 300, top: 170, right: 540, bottom: 215 });
    expect(name).toBeGreaterThan(0.1);
    const copy = await newPrinter().print({ ...printable(credential), duplicate: true });
    const place = { left: 600, top: 64, right: 760, bottom: 80 };
    expect(inkIn(printed.bytes, place)).toBe(0);
    expect(inkIn(copy.bytes, place)).toBeGreaterThan(0.02);
  }, 60_000);

  it.each(['王𠮷', '李〇'])(
    'is not made with a gap in a name, nor is anything else before it: %s',
    async (name) => {
      const rare = credentialOf({ holder: { name, latinName: null } });
      const printer = newPrinter();
      const isKnown = name.endsWith('〇');
      const asked = printer.assertPrintable(rare);
      await (isKnown ? expect(asked).resolves.toBeUndefined() : expect(asked).rejects.toThrow(CredentialRefused));
      const made = printer.print(printable(rare));
      await (isKnown ? expect(made).resolves.toBeDefined() : expect(made).rejects.toThrow(CredentialRefused));
    },
    60_000,
  );

  it('draws rare characters from slices of the face and from the configured font, with ink in each', async () => {
    const extra = join(folder, 'extra.ttf');
    // 𠮷 (CJK extension B) with the outlines of 吉.
    writeFileSync(extra, await fontThatCalls('吉', '𠮷'));
    for (const name of ['鄯', '𠮷', '𠮷𠮷']) {
      const rare = credentialOf({ holder: { name, latinName: null } });
      const { bytes } = await newPrinter(extra).print(printable(rare));
      const place = { left: 400, top: 170, right: 442, bottom: 215 };
      expect(inkIn(bytes, place)).toBeGreaterThan(0.1);
      expect(execFileSync('pdftotext', [written(bytes), '-'], { encoding: 'utf8' })).toContain(name);
    }
  }, 60_000);

  it('refuses a font that knows a character but has nothing to draw for it', async () => {
    const extra = join(folder, 'blank.ttf');
    writeFileSync(extra, await fontThatCalls(' ', '𠮷'));
    const rare = credentialOf({ holder: { name: '𠮷', latinName: null } });
    await expect(newPrinter(extra).print(printable(rare))).rejects.toThrow(CredentialRefused);
  }, 60_000);
});
