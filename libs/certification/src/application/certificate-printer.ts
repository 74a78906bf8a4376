import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { canonicalJson } from '@hz/kernel';
import { CONFIG, MissingGlyphs, PdfPress, type Attachment, type Config, type Drawing } from '@hz/platform';
import type { Credential } from '@hz/verification/contract';
import { CredentialRefused } from '../contract';
import { verificationUrl } from '../domain/certificate-record';
import { certificateSheet } from '../domain/certificate-sheet';
import { logPlace } from '../domain/log-place';
import { certificateDrawing } from './documents/certificate-drawing';
import { PdfSigningKey } from './pdf-signing-key';
import { SIGNATURE_BYTES, signedPdf } from './pdf-signature';
import { TemplateSource } from './template-source';

export interface PrintedCertificate {
  /** SHA-256 of the file. */
  readonly hash: string;
  readonly bytes: Buffer;
}

/** What a certificate is printed from. Equal orders give equal bytes. */
export interface PrintOrder {
  readonly credential: Credential;
  readonly verificationCode: string;
  /** What stands after the `#` of the address in the QR code. */
  readonly qrPayload: string | null;
  /** The tlog-proof of the leaf that says "issued". */
  readonly logProof: string | null;
  /** The template that was chosen with the intent; null: the one that is built in. */
  readonly templateVersionId?: string | null;
  readonly duplicate?: boolean;
}

/** Makes the signed PDF of a credential. It says what the credential says, and nothing else. */
@Injectable()
export class CertificatePrinter {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
    private readonly key: PdfSigningKey,
    private readonly press: PdfPress,
    private readonly templates: TemplateSource,
  ) {}

  /** Throws CredentialRefused when no font at hand has a character of it: nobody gets a certificate with a gap in the name. */
  async assertPrintable(credential: Credential, templateVersionId: string | null = null): Promise<void> {
    const order = { credential, verificationCode: '', qrPayload: null, logProof: null, templateVersionId };
    const missing = await this.press.missing(await this.drawing(order));
    if (missing.length > 0) throw unprintable(credential, missing);
  }

  /** Throws CredentialRefused as `assertPrintable` does. */
  async print(order: PrintOrder): Promise<PrintedCertificate> {
    const prepared = await this.unsigned(order);
    const bytes = await signedPdf(prepared, await this.key.load());
    return { hash: createHash('sha256').update(bytes).digest('hex'), bytes };
  }

  private async unsigned(order: PrintOrder): Promise<Buffer> {
    try {
      return await this.press.print(await this.drawing(order));
    } catch (error) {
      if (error instanceof MissingGlyphs) throw unprintable(order.credential, error.characters);
      throw error;
    }
  }

  private async drawing(order: PrintOrder): Promise<Drawing> {
    const { credential, verificationCode, qrPayload, logProof, templateVersionId = null, duplicate = false } = order;
    const { publicUrl } = this.config;
    const sheet = certificateSheet(credential);
    const { body, pictures } = await this.templates.forPrinting(templateVersionId);
    const url = verificationUrl(publicUrl, sheet.number, verificationCode);
    return certificateDrawing({
      sheet,
      template: body,
      pictures,
      qr: qrPayload === null ? url : `${url}#${qrPayload}`,
      address: publicUrl.replace(/^https?:\/\//, ''),
      logPlace: logProof === null ? null : logPlace(logProof),
      mark: duplicate ? 'duplicate' : null,
      attachments: attachmentsOf(credential, logProof),
      signatureBytes: SIGNATURE_BYTES,
    });
  }
}

function attachmentsOf(credential: Credential, logProof: string | null): Attachment[] {
  const document: Attachment = {
    name: 'credential.json',
    mediaType: 'application/vc',
    relationship: 'Data',
    description: '可验证凭证 Verifiable credential',
    content: canonicalJson(credential),
  };
  if (logProof === null) return [document];
  const proof: Attachment = {
    name: 'credential.tlog-proof',
    mediaType: 'text/plain',
    relationship: 'Supplement',
    description: '透明日志证明 Proof of the transparency log',
    content: logProof,
  };
  return [document, proof];
}

function unprintable({ id }: Credential, missing: readonly string[]): CredentialRefused {
  const number = id.slice(id.lastIndexOf('/') + 1);
  return new CredentialRefused({ number, step: 'font', missing: missing.join('') });
}
