import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { CertificateNumber } from '@hz/kernel';
import { CONFIG, typesetterFor, type Config } from '@hz/platform';
import type { Credential } from '@hz/verification/contract';
import { CredentialRefused } from '../contract';
import { verificationUrl } from '../domain/certificate-record';
import { certificateSheet } from '../domain/certificate-sheet';
import { certificatePdf } from './certificate-pdf';
import { PdfSigningKey } from './pdf-signing-key';
import { withSignatureField } from './pdf-signature-field';
import { signedPdf } from './pdf-signature';

export interface PrintedCertificate {
  readonly hash: string;
  readonly bytes: Buffer;
}

export interface PrintOrder {
  readonly credential: Credential;
  readonly verificationCode: string;
  readonly qrPayload: string | null;
  readonly logProof: string | null;
  readonly duplicate?: boolean;
}
/** Makes the signed PDF of a credential. It says what the credential says, and nothing else. */
@Injectable()
export class CertificatePrinter {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'dataDir' | 'publicUrl' | 'pdfExtraFont'>,
    private readonly key: PdfSigningKey,
  ) {}

  /** Throws CredentialRefused when it could not be printed. */
  async assertPrintable(credential: Credential): Promise<void> {
    await this.typesetterOf(certificateSheet(credential));
  }

  /** Throws CredentialRefused when no font at hand has a character of the holder's name: nobody gets a certificate with a gap in it. */
  async print({ credential, verificationCode, qrPayload }: PrintOrder): Promise<PrintedCertificate> {
    const { publicUrl } = this.config;
    const sheet = certificateSheet(credential);
    const typesetter = await this.typesetterOf(sheet);
    const pdf = await certificatePdf(
      {
        ...sheet,
        verificationUrl: verificationUrl(publicUrl, sheet.number as CertificateNumber, verificationCode, qrPayload),
        verificationHost: publicUrl.replace(/^https?:\/\//, ''),
      },
      typesetter,
    );
    const prepared = await withSignatureField(pdf, sheet.issuedAt);
    const bytes = await signedPdf(prepared, await this.key.load());
    return { hash: createHash('sha256').update(bytes).digest('hex'), bytes };
  }

  private async typesetterOf(sheet: ReturnType<typeof certificateSheet>) {
    const shown = [sheet.holderName, sheet.latinName ?? '', sheet.title.zh, sheet.title.en, sheet.issuer];
    const typesetter = await typesetterFor(this.config, shown);
    const missing = typesetter.missing(shown.join(''));
    if (missing.length > 0) {
      throw new CredentialRefused({ number: sheet.number, step: 'font', missing: missing.join('') });
    }
    return typesetter;
  }
}
