import { pdflibAddPlaceholder } from '@signpdf/placeholder-pdf-lib';
import { PDFDocument } from 'pdf-lib';
import { SIGNATURE_BYTES } from './pdf-signature';

/**
 * A PDF with a signature field that is still empty. The moment of signing stands in its dictionary, as PAdES wants it (ETSI EN 319 142-1),
 * and not in the signature.
 */
export async function withSignatureField(pdf: Buffer, at: Date): Promise<Buffer> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  pdflibAddPlaceholder({
    pdfDoc: document,
    reason: 'Certificate issued',
    contactInfo: '',
    name: 'Hengzheng',
    location: '',
    signingTime: at,
    signatureLength: 2 * SIGNATURE_BYTES,
    subFilter: 'ETSI.CAdES.detached',
  });
  return Buffer.from(await document.save({ useObjectStreams: false }));
}
