import { pdflibAddPlaceholder } from '@signpdf/placeholder-pdf-lib';
import { Signer, SignPdf } from '@signpdf/signpdf';
import { PDFDocument } from 'pdf-lib';
import { detachedCms, type CmsKey } from './cms-signature';

const SIGNATURE_BYTES = 12_000;

/**
 * Signs a PDF by PAdES baseline B-B (ETSI EN 319 142-1): a detached CMS signature over the whole file, subfilter
 * ETSI.CAdES.detached. The moment of signing stands in the signature dictionary, as PAdES wants
 * it. The same file, key and moment give the same bytes.
 */
export async function signedPdf(pdf: Buffer, key: CmsKey, at: Date): Promise<Buffer> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  pdflibAddPlaceholder({
    pdfDoc: document,
    reason: 'Certificate issued',
    contactInfo: '',
    name: 'Hengzheng',
    location: '',
    signingTime: at,
    signatureLength: SIGNATURE_BYTES,
    subFilter: 'ETSI.CAdES.detached',
  });
  const prepared = Buffer.from(await document.save({ useObjectStreams: false }));
  return new SignPdf().sign(prepared, new CmsSigner(key));
}

class CmsSigner extends Signer {
  constructor(private readonly key: CmsKey) {
    super();
  }

  override async sign(content: Buffer): Promise<Buffer> {
    return detachedCms(content, this.key);
  }
}
