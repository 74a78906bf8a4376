import { Inject, Injectable } from '@nestjs/common';
import { renderAsync } from '@resvg/resvg-js';
import { CONFIG, type Config } from '../config/config';
import { FontShelf } from '../pdf/font-shelf';
import { MissingGlyphs } from '../pdf/pdf-press';
import type { Weight } from '../pdf/press/drawing';

/** An SVG of our own making, and all characters that it has in each weight of the serif face. */
export interface SvgDrawing {
  readonly svg: string;
  readonly characters: Readonly<Record<Weight, string>>;
}

/** Paints SVG as PNG, outside of the event loop and with the fonts of the printed certificates alone. */
@Injectable()
export class SvgPainter {
  private readonly shelf: FontShelf;

  constructor(@Inject(CONFIG) config: Pick<Config, 'dataDir' | 'pdfExtraFont'>) {
    this.shelf = new FontShelf(config);
  }

  /** The drawing as a PNG of `width` pixels. Throws MissingGlyphs. */
  async paint({ svg, characters }: SvgDrawing, width: number): Promise<Buffer> {
    const regular = await this.shelf.filesFor('regular', characters.regular);
    const bold = await this.shelf.filesFor('bold', characters.bold);
    const missing = [...new Set([...regular.missing, ...bold.missing])];
    if (missing.length > 0) throw new MissingGlyphs(missing);
    const image = await renderAsync(svg, {
      fitTo: { mode: 'width', value: width },
      font: {
        loadSystemFonts: false,
        fontFiles: [...regular.files, ...bold.files],
        defaultFontFamily: 'Noto Serif SC',
      },
    });
    return image.asPng();
  }
}
