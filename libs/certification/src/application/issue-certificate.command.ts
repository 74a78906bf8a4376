import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { canonicalJson, Clock, dangerouslySystem, type CertificateNumber } from '@hz/kernel';
import { Outbox, TestSwitches, UnitOfWork } from '@hz/platform';
import { CredentialProof, CredentialToken, Issuer, Publications } from '@hz/verification';
import type { Credential } from '@hz/verification/contract';
import { CertificateNotFound, certificateIssued } from '../contract';
import type { CertificateRecord } from '../domain/certificate-record';
import { everyDisclosure } from '../domain/disclosure';
import { CertificateRepository } from '../persistence/certificate.repository';
import { CertificateIntents } from './certificate-intents';
import { CertificatePrinter, type PrintedCertificate } from './certificate-printer';
import { fitForRelease, linted, type SignedVariant } from './release-check';

/** Signs what was recorded, in every form in which it is given out, and checks each before anybody sees it. */
@Injectable()
export class CredentialSigning {
  constructor(
    private readonly proof: CredentialProof,
    private readonly token: CredentialToken,
    private readonly issuer: Issuer,
  ) {}

  /** The same record gives the same bytes under the same key. The first variant says everything. Throws CredentialRefused. */
  async run({ number, unsignedBytes, intendedAt }: CertificateRecord): Promise<readonly SignedVariant[]> {
    const whole = linted(number, unsignedBytes);
    const { publicKey } = await this.issuer.key();
    const signed: SignedVariant[] = [];
    for (const [disclosure, unsigned] of everyDisclosure(whole)) {
      const credential = await this.proof.sign(unsigned, intendedAt);
      const variant = { disclosure, credential, token: await this.token.sign(unsigned) };
      signed.push(await fitForRelease(number, unsigned, variant, publicKey));
    }
    return signed;
  }
}

/** The writing half of issuing. */
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

  async publish(number: string, credential: Credential, verificationCode: string): Promise<void> {
    const holderNames = credential.credentialSubject.identifier.map(({ identityHash }) => identityHash);
    await this.uow.run((tx) => this.publications.publish(tx, { number, credential, holderNames, verificationCode }));
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
 * Issues a certificate whose number and bytes are recorded: signs, checks, prints, publishes, and makes it valid. Every step gives the
 * same on a repeat, so that a crash between any two neither loses nor doubles a certificate (P2).
 */
@Injectable()
export class IssueCertificate {
  constructor(
    private readonly certificates: CertificateRepository,
    private readonly intents: CertificateIntents,
    private readonly signing: CredentialSigning,
    private readonly printer: CertificatePrinter,
    private readonly release: ReleaseCertificate,
    private readonly switches: TestSwitches,
  ) {}

  async run(number: CertificateNumber): Promise<void> {
    const recorded = await this.certificates.byNumber(number);
    if (recorded === null) throw new CertificateNotFound({ number });
    if (recorded.status !== 'issuing') return;
    const certificate = this.switches.without('number-first')
      ? await this.intents.withUnrecordedNumber(recorded)
      : recorded;
    this.switches.crashPoint('certification.issue.after-number');
    const [{ credential }] = (await this.signing.run(certificate)) as [SignedVariant];
    const verificationCode = this.intents.codeOf(recorded);
    const pdf = await this.printer.print(credential, verificationCode);
    this.switches.crashPoint('certification.issue.before-publish');
    await this.release.publish(certificate.number, credential, verificationCode);
    this.switches.crashPoint('certification.issue.after-publish');
    await this.release.makeValid(recorded, credential, pdf);
    this.switches.crashPoint('certification.issue.after-commit');
  }
}
