import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testContext, type TestContext } from '@hz/platform/testing';
import type { Credential } from '@hz/verification/contract';
import { CredentialRefused } from '../contract';
import { unsignedCredential, type CredentialFacts } from '../domain/unsigned-credential';
import { CertificatePrinter, type PrintedCertificate } from './certificate-printer';
import { credentialFacts } from '../testing/credential.fixture';
import { PdfSigningKey } from './pdf-signing-key';
import { SigningCertificateRepository } from '../persistence/signing-certificate.repository';
import { TimeStamps } from './time-stamps';

const folder = mkdtempSync(join(tmpdir(), 'hz-pdf-'));
const config = { dataDir: folder, publicUrl: 'http://localhost:3000', pdfExtraFont: undefined };
let context: TestContext;
const newPrinter = () => new CertificatePrinter(config, context.module.get(PdfSigningKey));
const CODE = 'q3X-nm5rV2sC0pQd8aLw1g';

const credentialOf = (changes: Partial<CredentialFacts> = {}) =>
  unsignedCredential(credentialFacts(changes)) as unknown as Credential;

function written(bytes: Buffer): string {
  const file = join(folder, 'certificate.pdf');
  writeFileSync(file, bytes);
  return file;
}

describe('the printed certificate', () => {
  let printed: PrintedCertificate;
  beforeAll(async () => {
    context = await testContext([], { providers: [PdfSigningKey, TimeStamps, SigningCertificateRepository] });
    printed = await newPrinter().print({
      credential: credentialOf(),
      verificationCode: CODE,
      qrPayload: null,
      logProof: null,
    });
  }, 120_000);
  afterAll(() => context.close());

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
    const again = await newPrinter().print({
      credential: credentialOf(),
      verificationCode: CODE,
      qrPayload: null,
      logProof: null,
    });
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

  it('is not made with a gap in a name', async () => {
    const rare = credentialOf({ holder: { name: '王𠮷', latinName: null } });
    await expect(
      newPrinter().print({ credential: rare, verificationCode: CODE, qrPayload: null, logProof: null }),
    ).rejects.toThrow(CredentialRefused);
  }, 60_000);
});
