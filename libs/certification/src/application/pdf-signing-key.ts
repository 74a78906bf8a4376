import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@hz/kernel';
import { CONFIG, Signer, type Config, type SigningKey, type SigningPurpose } from '@hz/platform';
import { SigningAuthorityNotFound } from '../contract';
import { SigningCertificateRepository } from '../persistence/signing-certificate.repository';
import type { PdfSeal } from './cms-signature';
import { TimeStamps } from './time-stamps';
import { rootCertificate, signingCertificate } from './x509';

/** Our own certificate authority: a root, whose key does nothing else, and the keys that sign PDFs. */
@Injectable()
export class PdfSigningKey {
  private certificates = new Map<string, Promise<readonly [Buffer, Buffer]>>();

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
    private readonly signer: Signer,
    private readonly kept: SigningCertificateRepository,
    private readonly stamps: TimeStamps,
    private readonly clock: Clock,
  ) {}

  /** What signs now: the current key under the current root. Both and their certificates are made when they are first needed. */
  async load(): Promise<PdfSeal> {
    const [root, key] = [await this.current('pdf-root'), await this.current('pdf')];
    const [certificate, rootDer] = await this.certificatesOf(key, root);
    return {
      certificate,
      chain: [rootDer],
      sign: (bytes) => this.signer.sign('pdf', bytes, key.id),
      stamp: (signature) => this.stamps.of(signature),
    };
  }

  /** The certificate of the root that signs now, DER. */
  async root(): Promise<Buffer> {
    return this.rootOf(await this.current('pdf-root'));
  }

  /** The certificate of a root, of now or of before, by the id of its key. Throws SigningAuthorityNotFound. */
  async rootById(id: string): Promise<Buffer> {
    const certificate = await this.kept.byKey(id, id);
    if (certificate === null) throw new SigningAuthorityNotFound({ key: id });
    return certificate;
  }

  /** The certificates of all roots under which PDFs were signed, DER, that of now among them. */
  async roots(): Promise<readonly Buffer[]> {
    await this.root();
    return this.kept.roots();
  }

  private certificatesOf(key: SigningKey, root: SigningKey): Promise<readonly [Buffer, Buffer]> {
    const both = `${key.id} ${root.id}`;
    const before = this.certificates.get(both);
    if (before !== undefined) return before;
    const made = this.make(key, root);
    this.certificates.set(both, made);
    made.catch(() => this.certificates.delete(both));
    return made;
  }

  private async make(key: SigningKey, root: SigningKey): Promise<readonly [Buffer, Buffer]> {
    const rootDer = await this.rootOf(root);
    const before = await this.kept.byKey(key.id, root.id);
    if (before !== null) return [before, rootDer];
    const address = `${this.config.publicUrl}/ca/${root.id}.crt`;
    const made = await signingCertificate(this.orderOf(key, root), rootDer, address);
    return [await this.kept.keep(key.id, root.id, made, this.clock.now()), rootDer];
  }

  private async rootOf(root: SigningKey): Promise<Buffer> {
    const before = await this.kept.byKey(root.id, root.id);
    if (before !== null) return before;
    const made = await rootCertificate(this.orderOf(root, root));
    return this.kept.keep(root.id, root.id, made, this.clock.now());
  }

  private orderOf({ publicKey }: SigningKey, root: SigningKey) {
    return {
      publicKey,
      organisation: new URL(this.config.publicUrl).host,
      now: this.clock.now(),
      sign: (body: Buffer) => this.signer.sign('pdf-root', body, root.id),
    };
  }

  private async current(purpose: SigningPurpose): Promise<SigningKey> {
    await this.signer.publicKey(purpose);
    return (await this.signer.keys(purpose)).at(-1)!;
  }
}
