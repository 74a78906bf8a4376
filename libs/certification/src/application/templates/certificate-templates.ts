import { Injectable } from '@nestjs/common';
import { Clock } from '@hz/kernel';
import type { Tx } from '@hz/platform';
import { BUILT_IN_TEMPLATE, DEFAULT_SCOPE, PictureNotFound, TemplateNotFound, type TemplateBody } from '../../contract';
import { TemplateRepository } from '../../persistence/template.repository';
import { TemplateSource, type PrintableTemplate } from '../template-source';

/** Which template a certificate is printed with. */
@Injectable()
export class CertificateTemplates extends TemplateSource {
  private readonly known = new Map<string, Promise<PrintableTemplate>>();

  constructor(
    private readonly templates: TemplateRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  /**
   * The version that a certificate of the scheme gets now: its own newest, else the newest default. The first time of all, what is built
   * in becomes the first default version, so that a later release of the software changes no certificate.
   */
  async currentFor(tx: Tx, schemeId: string): Promise<string> {
    const current = await this.templates.currentId(tx, [schemeId, DEFAULT_SCOPE]);
    if (current !== null) return current;
    return (await this.templates.publish(tx, DEFAULT_SCOPE, BUILT_IN_TEMPLATE, this.clock.now())).id;
  }

  /** A version never changes, so each is read once. Throws TemplateNotFound. */
  override forPrinting(versionId: string | null): Promise<PrintableTemplate> {
    if (versionId === null) return super.forPrinting(null);
    const kept = this.known.get(versionId) ?? this.read(versionId);
    this.known.set(versionId, kept);
    kept.catch(() => this.known.delete(versionId));
    return kept;
  }

  /** A body with its pictures. Throws PictureNotFound. */
  async withPictures(body: TemplateBody): Promise<PrintableTemplate> {
    const wanted = picturesOf(body);
    const found = await this.templates.pictures(wanted);
    const pictures = Object.fromEntries(found.map(({ hash, bytes }) => [hash, bytes]));
    const missing = wanted.find((hash) => pictures[hash] === undefined);
    if (missing !== undefined) throw new PictureNotFound({ picture: missing });
    return { body, pictures };
  }

  private async read(versionId: string): Promise<PrintableTemplate> {
    const version = await this.templates.versionById(versionId);
    if (version === null) throw new TemplateNotFound({ template: versionId });
    return this.withPictures(version.body);
  }
}

function picturesOf({ seal, signatures }: TemplateBody): string[] {
  const all = [seal, ...signatures.map((signature) => signature.picture)];
  return [...new Set(all.filter((hash) => hash !== null))].sort();
}
