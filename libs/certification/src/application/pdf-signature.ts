import { pdflibAddPlaceholder } from '@signpdf/placeholder-pdf-lib';
import { P12Signer } from '@signpdf/signer-p12';
import { SignPdf } from '@signpdf/signpdf';
import { PDFDocument } from 'pdf-lib';

const SIGNATURE_BYTES = 12_000;

/**
 * Signs a PDF in the manner of PAdES B-B (ETSI EN 319 142-1): a detached CMS signature over the whole file, subfilter
 * ETSI.CAdES.detached. The same file, key and moment give the same bytes.
 */
export async function signedPdf(pdf: Buffer, p12: Buffer, at: Date): Promise<Buffer> {
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
  // A signer reads its key to the end: each signature needs a new one.
  return new SignPdf().sign(prepared, new P12Signer(p12), at);
}
