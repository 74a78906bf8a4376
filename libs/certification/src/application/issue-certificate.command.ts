import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { canonicalJson, Clock, dangerouslySystem, type CertificateNumber } from '@hz/kernel';
import { Outbox, TestSwitches, UnitOfWork } from '@hz/platform';
import { Publications } from '@hz/verification';
import type { Credential } from '@hz/verification/contract';
import { DISCLOSURES } from '@hz/verification/contract';
import { CertificateNotFound, certificateIssued } from '../contract';
import type { CertificateRecord } from '../domain/certificate-record';
import { CertificateRepository } from '../persistence/certificate.repository';
import { VariantRepository } from '../persistence/variant.repository';
import { CertificateIntents } from './certificate-intents';
import { CertificateLog } from './certificate-log';
import { CertificatePrinter, type PrintedCertificate } from './certificate-printer';
import { CredentialSigning } from './credential-signing';
import { PublishCertificate, storedForms } from './publish-certificate';
import { QrSeal } from './qr-seal';
import type { SignedVariant } from './release-check';

/** From recorded bytes to a published certificate. */
@Injectable()
export class SignAndPublish {
  constructor(
    private readonly intents: CertificateIntents,
    private readonly variants: VariantRepository,
    private readonly signing: CredentialSigning,
    private readonly qr: QrSeal,
    private readonly printer: CertificatePrinter,
    private readonly publishing: PublishCertificate,
    private readonly switches: TestSwitches,
  ) {}

  /** What was published, whether now or before: what is stored is never signed a second time. Throws CredentialRefused. */
  async run(recorded: CertificateRecord): Promise<readonly SignedVariant[]> {
    const unprotected = this.switches.without('number-first');
    const stored = unprotected ? [] : await this.variants.ofNumber(recorded.number);
    if (stored.length === DISCLOSURES.length) return this.signing.reread(recorded, stored);
    const certificate = unprotected ? await this.intents.withUnrecordedNumber(recorded) : recorded;
    this.switches.crashPoint('certification.issue.after-number');
    const signed = await this.signing.sign(certificate);
    const { credential } = signed[0]!;
    await this.printer.assertPrintable(credential, certificate.templateVersionId);
    const qrPayload = await this.qr.payloadOf(certificate.number, credential);
    this.switches.crashPoint('certification.issue.after-signing');
    const verificationCode = this.intents.codeOf(recorded);
    await this.publishing.run(recorded.number, { certificate, signed, verificationCode, qrPayload });
    this.switches.crashPoint('certification.issue.after-publish');
    return signed;
  }
}

/** From a published certificate to the one that its holder has in hand. */
@Injectable()
export class ReleaseCertificate {
  constructor(
    private readonly certificates: CertificateRepository,
    private readonly publications: Publications,
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly switches: TestSwitches,
    private readonly clock: Clock,
  ) {}

  /** Keeps the proof, and notes for verifiers that a signed checkpoint holds the certificate by now. */
  keepLogProof(number: CertificateNumber, proof: string): Promise<string> {
    return this.uow.run(async (tx) => {
      await this.publications.recordLogged(tx, number, this.clock.now());
      return this.certificates.keepLogProof(tx, number, proof);
    });
  }

  async makeValid(
    { number, personId }: CertificateRecord,
    credential: Credential,
    pdf: PrintedCertificate,
  ): Promise<void> {
    await this.uow.run(async (tx) => {
      const issued = { credential: canonicalJson(credential), pdf, at: this.clock.now() };
      if (!(await this.certificates.markValid(tx, number, issued))) return;
      const object = { type: 'certificate', id: number };
      await this.audit.record(tx, dangerouslySystem('issue'), 'certification.certificate-issued', object, {
        pdf: pdf.hash,
      });
      await this.outbox.publish(tx, certificateIssued({ number, personId }));
      this.switches.crashPoint('certification.issue.before-commit');
    });
  }
}

/**
 * Issues a certificate whose number and bytes are recorded: signs, checks, publishes, waits for the transparency log, prints, and makes it
 * valid. Every step gives the same on a repeat, so that a crash between any two neither loses nor doubles a certificate (P2).
 */
@Injectable()
export class IssueCertificate {
  constructor(
    private readonly certificates: CertificateRepository,
    private readonly intents: CertificateIntents,
    private readonly publish: SignAndPublish,
    private readonly log: CertificateLog,
    private readonly printer: CertificatePrinter,
    private readonly release: ReleaseCertificate,
    private readonly switches: TestSwitches,
  ) {}

  async run(number: CertificateNumber): Promise<void> {
    const recorded = await this.found(number);
    if (recorded.status !== 'issuing') return;
    const signed = await this.publish.run(recorded);
    const published = await this.found(number);
    const { credential } = signed[0]!;
    const logProof = published.logProof ?? (await this.logged(published, signed));
    const verificationCode = this.intents.codeOf(published);
    const { qrPayload, templateVersionId } = published;
    const pdf = await this.printer.print({ credential, verificationCode, qrPayload, logProof, templateVersionId });
    this.switches.crashPoint('certification.issue.after-print');
    await this.release.makeValid(published, credential, pdf);
    this.switches.crashPoint('certification.issue.after-commit');
  }

  /** The proof that is printed: made once, under a checkpoint that covers the certificate, and kept. */
  private async logged(published: CertificateRecord, signed: readonly SignedVariant[]): Promise<string> {
    await this.log.included(published.logEntry!);
    this.switches.crashPoint('certification.issue.after-inclusion');
    const proof = await this.log.proofOfIssue(published, storedForms(signed));
    const kept = await this.release.keepLogProof(published.number, proof);
    this.switches.crashPoint('certification.issue.after-proof');
    return kept;
  }

  private async found(number: CertificateNumber): Promise<CertificateRecord> {
    const certificate = await this.certificates.byNumber(number);
    if (certificate === null) throw new CertificateNotFound({ number });
    return certificate;
  }
}
