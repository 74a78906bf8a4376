import { Injectable } from '@nestjs/common';
import { PdfPress, type Drawing } from '@hz/platform';
import { PdfSigningKey } from '../pdf-signing-key';
import { signedPdf } from '../pdf-signature';

/** Prints and signs. */
@Injectable()
export class HolderPrinting {
  constructor(
    private readonly press: PdfPress,
    private readonly key: PdfSigningKey,
  ) {}

  async print(drawing: Drawing): Promise<Buffer> {
    return signedPdf(await this.press.print(drawing), await this.key.load());
  }
}
