import { execFileSync, spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instant } from '@hz/kernel';
import { KeyRing, PdfPress, UnitOfWork } from '@hz/platform';
import { testContext, type TestContext } from '@hz/platform/testing';
import { TimeStampUnavailable } from '../contract';
import { SigningCertificateRepository } from '../persistence/signing-certificate.repository';
import { TimeStampAuthority } from '../testing/time-stamp-authority';
import { PdfSigningKey } from './pdf-signing-key';
import { SIGNATURE_BYTES, signedPdf } from './pdf-signature';
import { grantedToken, imprintOf, timeStampRequest } from './time-stamp';
import { TimeStamps } from './time-stamps';
import { pemOf } from './x509';

const providers = [PdfSigningKey, TimeStamps, SigningCertificateRepository];
const folder = mkdtempSync(join(tmpdir(), 'hz-pdf-signature-'));
const authority = new TimeStampAuthority();
/** The certificates are of the present: programs of others look at their own clock. */
const NOW = instant(Date.now());
const NONCE = Buffer.from('4001020304050607', 'hex');
let without: TestContext;
let withStamps: TestContext;
let prepared: Buffer;

const keyOf = (context: TestContext) => context.module.get(PdfSigningKey);
const pdfOf = async (context: TestContext) => signedPdf(prepared, await keyOf(context).load());

beforeAll(async () => {
  without = await testContext([], { providers });
  withStamps = await testContext([], { providers, settings: { TSA_URL: await authority.start() } });
  for (const context of [without, withStamps]) context.clock.set(NOW);
  const words = { kind: 'text', text: 'A certificate', x: 20, y: 100, size: 12, colour: '#000000' } as const;
  prepared = await without.module.get(PdfPress).print({
    ...{ title: 'A certificate', author: 'Hengzheng', language: 'en', at: NOW, attachments: [], pictures: {} },
    pages: [{ width: 200, height: 200, marks: [words] }],
    signature: { bytes: SIGNATURE_BYTES, reason: 'Certificate issued', name: 'Hengzheng' },
  });
}, 120_000);
afterAll(async () => {
  await authority.stop();
  for (const context of [without, withStamps]) await context.close();
});

/** A store of certificates (NSS) that trusts one root, for poppler. */
function storeThatTrusts(root: Buffer): string {
  const store = mkdtempSync(join(folder, 'nss-'));
  const file = join(store, 'root.pem');
  writeFileSync(file, pemOf(root));
  execFileSync('certutil', ['-N', '-d', `sql:${store}`, '--empty-password']);
  execFileSync('certutil', ['-A', '-d', `sql:${store}`, '-n', 'root', '-t', 'C,C,C', '-i', file]);
  return store;
}

function pdfsig(pdf: Buffer, store: string): string {
  const file = join(store, 'signed.pdf');
  writeFileSync(file, pdf);
  return execFileSync('pdfsig', ['-nssdir', store, file], { encoding: 'utf8' });
}

function signatureOf(pdf: Buffer): { content: string; signature: string } {
  const text = pdf.toString('latin1');
  const [, first, second, rest] = /\/ByteRange \[0 (\d+) (\d+) (\d+)/.exec(text)!.map(Number) as number[];
  const [content, signature] = [join(folder, 'content'), join(folder, 'signature')];
  writeFileSync(content, Buffer.concat([pdf.subarray(0, first), pdf.subarray(second!, second! + rest!)]));
  writeFileSync(signature, Buffer.from(text.slice(first! + 1, second! - 1), 'hex'));
  return { content, signature };
}

const openssl = (...args: string[]) => spawnSync('openssl', args, { encoding: 'utf8' });

describe('the signature of a PDF', () => {
  it('is valid, trusted and over the whole document for software of others that trusts our root', async () => {
    const report = pdfsig(await pdfOf(without), storeThatTrusts(await keyOf(without).root()));
    expect(report).toContain('Signature is Valid');
    expect(report).toContain('Certificate is Trusted');
    expect(report).toContain('Total document signed');
    expect(report).toContain('ETSI.CAdES.detached');
  });

  it('is not trusted by software that trusts another root', async () => {
    const report = pdfsig(await pdfOf(without), storeThatTrusts(await keyOf(withStamps).root()));
    expect(report).toContain('Signature is Valid');
    expect(report).not.toContain('Certificate is Trusted');
  });

  it('is broken by any change of the file', async () => {
    const altered = Buffer.from(await pdfOf(without));
    altered[700]! ^= 1;
    const report = pdfsig(altered, storeThatTrusts(await keyOf(without).root()));
    expect(report).not.toContain('Signature is Valid');
  });

  it('has the attributes of CAdES and a chain up to our root, as OpenSSL reads them', async () => {
    const { content, signature } = signatureOf(await pdfOf(without));
    const root = join(folder, 'root.pem');
    writeFileSync(root, pemOf(await keyOf(without).root()));
    const input = ['-inform', 'DER', '-in', signature, '-content', content, '-out', '/dev/null'];
    const { stderr } = openssl('cms', '-verify', '-cades', '-binary', '-purpose', 'any', '-CAfile', root, ...input);
    expect(stderr).toContain('CAdES Verification successful');
  });

  it('is the same each time', async () => {
    expect(await pdfOf(without)).toEqual(await pdfOf(without));
  });

  it('has certificates whose uses are no more than they need', async () => {
    const { certificate, chain } = await keyOf(without).load();
    const [leaf, root] = [new X509Certificate(certificate), new X509Certificate(chain[0]!)];
    expect(leaf.ca).toBe(false);
    expect(root.ca).toBe(true);
    expect(leaf.checkIssued(root)).toBe(true);
    expect(leaf.verify(root.publicKey)).toBe(true);
    expect(leaf.publicKey.equals(root.publicKey)).toBe(false);
    expect(leaf.infoAccess).toContain('/ca/');
    expect(Date.parse(leaf.validTo)).toBeLessThan(Date.parse(root.validTo));
  });

  it('of a new key is trusted by the same root, and that of the key before stays so', async () => {
    const store = storeThatTrusts(await keyOf(without).root());
    const before = await pdfOf(without);
    await without.module.get(KeyRing).rotate('pdf', () => Promise.resolve());
    const after = await pdfOf(without);
    expect(after).not.toEqual(before);
    for (const pdf of [before, after]) expect(pdfsig(pdf, store)).toContain('Certificate is Trusted');
  });
});

describe('the time-stamp of a signature', () => {
  it('holds as OpenSSL reads it, and the file is the same when it is made again (PAdES B-T)', async () => {
    const first = await pdfOf(withStamps);
    expect(pdfsig(first, storeThatTrusts(await keyOf(withStamps).root()))).toContain('Signature is Valid');
    const asked = authority.answered;
    expect(await pdfOf(withStamps)).toEqual(first);
    expect(authority.answered).toBe(asked);
    const [{ imprint, token }] = await withStamps.module
      .get(UnitOfWork)
      .read.query<[{ imprint: Buffer; token: Buffer }]>('SELECT imprint, token FROM certification.timestamp_token');
    const file = join(folder, 'token');
    writeFileSync(file, token);
    expect(first.toString('latin1')).toContain(token.toString('hex'));
    const checked = openssl(
      ...['ts', '-verify', '-digest', imprint.toString('hex'), '-in', file, '-token_in'],
      ...['-CAfile', join(authority.folder, 'tsa.pem'), '-partial_chain'],
    );
    expect(`${checked.stdout}${checked.stderr}`).toContain('Verification: OK');
  }, 60_000);

  const stamped = (text: string) =>
    keyOf(withStamps)
      .load()
      .then(({ stamp }) => stamp(Buffer.from(text)));
  afterEach(() => {
    authority.instead = null;
  });

  it.each([
    ['an authority that fails', () => ({ status: 500, body: Buffer.alloc(0) })],
    ['what is no answer', () => ({ status: 200, body: Buffer.from('<html>') })],
    ['a refusal', () => ({ status: 200, body: Buffer.from('30053003020102', 'hex') })],
    [
      'a stamp of something else',
      () => ({ status: 200, body: authority.stamp(timeStampRequest(imprintOf(Buffer.from('other')), NONCE)) }),
    ],
  ])('is not taken from %s; it is asked for again', async (name, instead) => {
    authority.instead = instead();
    await expect(stamped(name)).rejects.toBeInstanceOf(TimeStampUnavailable);
    authority.instead = null;
    expect((await stamped(name))!.length).toBeGreaterThan(500);
  });

  it('is not taken when a byte of it was changed, wherever', async () => {
    const [imprint, nonce] = [imprintOf(Buffer.from('x')), NONCE];
    const good = authority.stamp(timeStampRequest(imprint, nonce));
    expect(grantedToken(good, imprint, nonce).length).toBeGreaterThan(500);
    const signature = good.length - 100;
    const info = good.indexOf(imprint) + imprint.length + 8;
    for (const at of [signature, info, good.indexOf(imprint)]) {
      const altered = Buffer.from(good);
      altered[at]! ^= 1;
      expect(() => grantedToken(altered, imprint, nonce)).toThrow();
    }
  });
});
