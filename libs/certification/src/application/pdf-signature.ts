import { Signer, SignPdf } from '@signpdf/signpdf';
import { detachedCms, type PdfSeal } from './cms-signature';

/** The room that a PDF keeps for its signature: certificates, signature, and the token of a time-stamping authority. */
export const SIGNATURE_BYTES = 16_000;

/**
 * Signs a PDF by PAdES baseline B-B or B-T (ETSI EN 319 142-1): a detached CMS signature over the whole file, subfilter
 * ETSI.CAdES.detached. `prepared` has a signature field whose `/ByteRange` and `/Contents` (`SIGNATURE_BYTES` bytes) are still to be
 * filled. The same file and key give the same bytes.
 */
export function signedPdf(prepared: Buffer, seal: PdfSeal): Promise<Buffer> {
  return new SignPdf().sign(prepared, new CmsSigner(seal));
}

class CmsSigner extends Signer {
  constructor(private readonly seal: PdfSeal) {
    super();
  }

  override sign(content: Buffer): Promise<Buffer> {
    return detachedCms(content, this.seal);
  }
}
