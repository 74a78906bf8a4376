import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { People } from '@hz/identity';
import { Clock, type CertificateNumber, type Principal } from '@hz/kernel';
import { Outbox, UnitOfWork, type Tx } from '@hz/platform';
import type { AnyCredential, Credential } from '@hz/verification/contract';
import {
  CertificateCannotBecome,
  certificateIntended,
  CertificateNotFound,
  CertificateNotReady,
  NameUnchanged,
  type ReissueInput,
} from '../contract';
import { statusAt, type CertificateRecord } from '../domain/certificate-record';
import { CertificateRepository } from '../persistence/certificate.repository';
import { CertificateIntents } from './certificate-intents';
import { CertificatePrinter, type PrintedCertificate } from './certificate-printer';

/** Prints a lost certificate anew as a duplicate; it stays the same certificate. */
@Injectable()
export class PrintDuplicate {
  constructor(
    private readonly intents: CertificateIntents,
    private readonly printer: CertificatePrinter,
  ) {}

  /** Throws CertificateNotReady while it is being issued. */
  async run(certificate: CertificateRecord): Promise<PrintedCertificate> {
    const { number, credential, qrPayload, logProof, templateVersionId } = certificate;
    if (credential === null) throw new CertificateNotReady({ number });
    const verificationCode = this.intents.codeOf(certificate);
    // What is printed stands in both shapes of a credential alike.
    const printed = JSON.parse(credential) as AnyCredential as Credential;
    const order = { credential: printed, verificationCode, qrPayload, logProof, templateVersionId };
    return this.printer.print({ ...order, duplicate: true });
  }
}

/**
 * Issues a certificate again. Lost: the same certificate, printed anew. Renamed: a new number takes the place of the old one, which stays
 * valid until the new one is published; the achievement stays one (P2).
 */
@Injectable()
export class ReissueCertificate {
  constructor(
    private readonly certificates: CertificateRepository,
    private readonly intents: CertificateIntents,
    private readonly duplicate: PrintDuplicate,
    private readonly people: People,
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The number under which the holder has the certificate now. Throws CertificateNotFound, CertificateCannotBecome, NameUnchanged. */
  async run(who: Principal, number: string, { kind, reason }: ReissueInput): Promise<{ number: CertificateNumber }> {
    const certificate = await this.certificates.byNumber(number);
    if (certificate === null) throw new CertificateNotFound({ number });
    this.assertValid(certificate, kind);
    return kind === 'lost' ? this.printAnew(who, certificate, reason) : this.rename(who, certificate, reason);
  }

  private async printAnew(who: Principal, certificate: CertificateRecord, reason: string) {
    const { number } = certificate;
    const pdf = await this.duplicate.run(certificate);
    await this.uow.run(async (tx) => {
      await this.locked(tx, number, 'lost');
      await this.certificates.markReprinted(tx, number, pdf);
      await this.record(tx, who, number, { kind: 'lost', reason, pdf: pdf.hash });
    });
    return { number };
  }

  private async rename(who: Principal, { number, personId }: CertificateRecord, reason: string) {
    const card = await this.people.card(personId);
    const holder = { name: card.legalName, latinName: card.legalNamePinyin };
    return this.uow.run(async (tx) => {
      const replaced = await this.locked(tx, number, 'renamed');
      const begun = await this.certificates.replacementOf(tx, number);
      if (begun !== null) return { number: begun };
      if (holder.name === replaced.holderName) throw new NameUnchanged({ number });
      const { institutionId } = card;
      const intendedAt = this.clock.now();
      const renamed = await this.intents.recordRenamed(tx, replaced, { holder, institutionId, reason, intendedAt });
      await this.record(tx, who, number, { kind: 'renamed', reason, successor: renamed });
      await this.outbox.publish(tx, certificateIntended({ number: renamed }));
      return { number: renamed };
    });
  }

  private async locked(tx: Tx, number: CertificateNumber, kind: ReissueInput['kind']): Promise<CertificateRecord> {
    const certificate = await this.certificates.lock(tx, number);
    if (certificate === null) throw new CertificateNotFound({ number });
    this.assertValid(certificate, kind);
    return certificate;
  }

  private assertValid(certificate: CertificateRecord, wanted: ReissueInput['kind']): void {
    const status = statusAt(certificate, this.clock.now());
    if (status !== 'valid') throw new CertificateCannotBecome({ number: certificate.number, status, wanted });
  }

  private record(tx: Tx, who: Principal, number: CertificateNumber, details: Record<string, string>): Promise<void> {
    return this.audit.record(
      tx,
      who,
      'certification.certificate-reissued',
      { type: 'certificate', id: number },
      details,
    );
  }
}
