import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@hz/kernel';
import { CONFIG, randomToken, SecretBox, type Config } from '@hz/platform';
import forge from 'node-forge';
import type { CmsKey } from './cms-signature';
import { selfSigned } from './self-signed';

const PURPOSE = 'signing-key';
const CONTEXT = 'pdf';
const KEY_BITS = 3_072;

/** Key and self-signed certificate (PKCS #12) that sign certificates as PDF; made at first use, encrypted with the master key. */
@Injectable()
export class PdfSigningKey {
  private key: CmsKey | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'dataDir' | 'publicUrl'>,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  load(): CmsKey {
    this.key ??= opened(this.read() ?? this.create());
    return this.key;
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
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: KEY_BITS });
    const certificate = selfSigned(privateKey, new URL(this.config.publicUrl).host, this.clock.now());
    const key = forge.pki.privateKeyFromPem(privateKey.export({ format: 'pem', type: 'pkcs1' }).toString());
    // The box around it protects the key; stretching an empty password would only cost time.
    const p12 = forge.pkcs12.toPkcs12Asn1(key, [certificate], '', { algorithm: 'aes256', count: 1 });
    return Buffer.from(forge.asn1.toDer(p12).getBytes(), 'binary');
  }
}

function opened(p12: Buffer): CmsKey {
  const store = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(p12.toString('binary')), '');
  const { certBag, pkcs8ShroudedKeyBag } = forge.pki.oids as Record<'certBag' | 'pkcs8ShroudedKeyBag', string>;
  const key = store.getBags({ bagType: pkcs8ShroudedKeyBag })[pkcs8ShroudedKeyBag]?.[0]?.key;
  const certificate = store.getBags({ bagType: certBag })[certBag]?.[0]?.cert;
  if (!key || !certificate) throw new Error('the key store of the PDF signature lacks its key or certificate');
  const certificateDer = forge.asn1.toDer(forge.pki.certificateToAsn1(certificate)).getBytes();
  return {
    privateKey: createPrivateKey(forge.pki.privateKeyToPem(key)),
    certificate: Buffer.from(certificateDer, 'binary'),
  };
}
