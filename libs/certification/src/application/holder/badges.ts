import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, SvgPainter, type Config } from '@hz/platform';
import { badgeDrawing } from '../documents/badge-drawing';
import { bakedBadge } from '../documents/baked-badge';
import type { CertificateRecord } from '../../domain/certificate-record';
import { TemplateSource } from '../template-source';

/** Sharp on any screen, and small enough for a mail. */
const WIDTH = 800;

/** Paints badges and bakes credentials into them. */
@Injectable()
export class Badges {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
    private readonly painter: SvgPainter,
    private readonly templates: TemplateSource,
  ) {}

  /** The badge of a certificate with one of its signed credentials in it, as PNG. Equal credentials give equal files. */
  async of({ title, level, number, templateVersionId }: CertificateRecord, credential: string): Promise<Buffer> {
    const { colours } = (await this.templates.forPrinting(templateVersionId)).body;
    const address = this.config.publicUrl.replace(/^https?:\/\//, '');
    const picture = badgeDrawing({ title, level, number, address, colours });
    return bakedBadge(await this.painter.paint(picture, WIDTH), credential);
  }
}
