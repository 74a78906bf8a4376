import { generateKeyPairSync } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@hz/kernel';
import { CONFIG, randomToken, SecretBox, type Config } from '@hz/platform';
import forge from 'node-forge';

const PURPOSE = 'signing-key';
const CONTEXT = 'pdf';
const KEY_BITS = 3_072;
const VALID_YEARS = 20;
const DAY_MS = 86_400_000;

/** Key and self-signed certificate (PKCS #12) that sign certificates as PDF; made at first use, encrypted with the master key. */
@Injectable()
export class PdfSigningKey {
  private p12: Buffer | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'dataDir' | 'publicUrl'>,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  load(): Buffer {
    this.p12 ??= this.read() ?? this.create();
    return this.p12;
  }

  private get file(): string {
    return join(this.config.dataDir, 'keys', 'certificate-pdf.p12');
  }

  private read(): Buffer | null {
    try {
      return this.box.open(PURPOSE, CONTEXT, readFileSync(this.file));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  /** Two processes may start at once: the file that is linked first wins, and the other one reads it. */
  private create(): Buffer {
    mkdirSync(join(this.config.dataDir, 'keys'), { recursive: true, mode: 0o700 });
    const draft = `${this.file}.${randomToken(6)}`;
    writeFileSync(draft, this.box.seal(PURPOSE, CONTEXT, this.make()), { mode: 0o600 });
    try {
      linkSync(draft, this.file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      unlinkSync(draft);
    }
    return this.read()!;
  }

  private make(): Buffer {
    const pem = generateKeyPairSync('rsa', { modulusLength: KEY_BITS }).privateKey.export({
      format: 'pem',
      type: 'pkcs1',
    });
    const key = forge.pki.privateKeyFromPem(pem.toString());
    const certificate = this.selfSigned(key);
    // The box around it protects the key; stretching an empty password would only cost time at each signature.
    const p12 = forge.pkcs12.toPkcs12Asn1(key, [certificate], '', { algorithm: 'aes256', count: 1 });
    return Buffer.from(forge.asn1.toDer(p12).getBytes(), 'binary');
  }

  private selfSigned(key: forge.pki.rsa.PrivateKey): forge.pki.Certificate {
    const certificate = forge.pki.createCertificate();
    certificate.publicKey = forge.pki.setRsaPublicKey(key.n, key.e);
    // Positive, as X.509 wants it: the first of the 16 bytes stays below 0x80.
    certificate.serialNumber = `01${forge.util.bytesToHex(forge.random.getBytesSync(15))}`;
    const now = this.clock.now();
    certificate.validity.notBefore = new Date(now - DAY_MS);
    certificate.validity.notAfter = new Date(now + VALID_YEARS * 365 * DAY_MS);
    const name = [
      { name: 'commonName', value: 'Hengzheng certificates' },
      { name: 'organizationName', value: new URL(this.config.publicUrl).host },
    ];
    certificate.setSubject(name);
    certificate.setIssuer(name);
    certificate.setExtensions([
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, nonRepudiation: true, critical: true },
      { name: 'subjectKeyIdentifier' },
    ]);
    certificate.sign(key, forge.md.sha256.create());
    return certificate;
  }
}
