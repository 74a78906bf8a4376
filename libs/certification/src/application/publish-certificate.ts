import { Injectable } from '@nestjs/common';
import { canonicalJson, Clock, dangerouslySystem } from '@hz/kernel';
import { TestSwitches, UnitOfWork, type Tx } from '@hz/platform';
import { Publications } from '@hz/verification';
import { CertificateNotFound } from '../contract';
import type { CertificateRecord } from '../domain/certificate-record';
import { CertificateRepository } from '../persistence/certificate.repository';
import { VariantRepository, type StoredVariant } from '../persistence/variant.repository';
import { CertificateLog } from './certificate-log';
import type { SignedVariant } from './release-check';
import { StatusWriter } from './status-writer';

export interface Publishable {
  readonly certificate: CertificateRecord;
  readonly signed: readonly SignedVariant[];
  readonly verificationCode: string;
  readonly qrPayload: string;
}

/**
 * The step that lets a certificate out: what strangers look up, the forms that its holder may show, and the leaf of the log are written in
 * one transaction, and with them the end of the certificate that it replaces.
 */
@Injectable()
export class PublishCertificate {
  constructor(
    private readonly certificates: CertificateRepository,
    private readonly variants: VariantRepository,
    private readonly publications: Publications,
    private readonly log: CertificateLog,
    private readonly statuses: StatusWriter,
    private readonly uow: UnitOfWork,
    private readonly switches: TestSwitches,
    private readonly clock: Clock,
  ) {}

  /**
   * The same again changes nothing (P2). `recorded` is the row to write to. Throws PublishedDifferently, LoggedDifferently, and
   * CertificateCannotBecome when the certificate that it replaces is not valid any more.
   */
  async run(recorded: CertificateRecord['number'], { certificate, signed, ...rest }: Publishable): Promise<void> {
    const { number } = certificate;
    const { credential } = signed[0]!;
    const holderNames = credential.credentialSubject.identifier.map(({ identityHash }) => identityHash);
    const stored = storedForms(signed);
    await this.uow.run(async (tx) => {
      await this.certificates.lock(tx, recorded);
      await this.publications.publish(tx, {
        number,
        credential,
        holderNames,
        verificationCode: rest.verificationCode,
      });
      await this.variants.add(tx, recorded, stored);
      const logEntry = await this.log.issued(tx, certificate, stored, this.clock.now());
      await this.certificates.markPublished(tx, recorded, { logEntry, qrPayload: rest.qrPayload });
      await this.endReplaced(tx, certificate);
      this.switches.crashPoint('certification.publish.before-commit');
    });
  }

  private async endReplaced(tx: Tx, { number, replaces, replacesReason }: CertificateRecord): Promise<void> {
    if (replaces === null || replacesReason === null) return;
    const replaced = await this.certificates.lock(tx, replaces);
    if (replaced === null) throw new CertificateNotFound({ number: replaces });
    const wanted = { kind: 'supersede', reason: replacesReason, at: this.clock.now(), successor: number } as const;
    await this.statuses.change(tx, dangerouslySystem('issue'), replaced, wanted);
  }
}

/** The forms as they are stored and given out. */
export function storedForms(signed: readonly SignedVariant[]): StoredVariant[] {
  return signed.map(({ disclosure, credential, token }) => ({
    disclosure,
    credential: canonicalJson(credential),
    token,
  }));
}
