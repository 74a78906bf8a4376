import { Injectable } from '@nestjs/common';
import type { CertificateNumber } from '@hz/kernel';
import { Publications, type PublishedNow } from '@hz/verification';
import type { CertificateRecord } from '../../domain/certificate-record';
import { CertificateRepository } from '../../persistence/certificate.repository';
import { RecheckRepository } from '../../persistence/recheck.repository';
import { StatusChangeRepository, type StatusChange } from '../../persistence/status-change.repository';
import { VariantRepository, type StoredVariant } from '../../persistence/variant.repository';

/** A certificate as it lies in the database, every part as it was read and none made anew. */
export interface StoredCertificate {
  readonly record: CertificateRecord;
  /** The hash that was recorded with the unsigned bytes. */
  readonly unsignedHash: string;
  readonly variants: readonly StoredVariant[];
  readonly pdf: Buffer | null;
  /** In the order in which they happened. */
  readonly changes: readonly StatusChange[];
  readonly published: PublishedNow | null;
}

@Injectable()
export class StoredCertificates {
  constructor(
    private readonly certificates: CertificateRepository,
    private readonly variants: VariantRepository,
    private readonly changes: StatusChangeRepository,
    private readonly rechecks: RecheckRepository,
    private readonly publications: Publications,
  ) {}

  async read(number: CertificateNumber): Promise<StoredCertificate> {
    const [record, stored, variants, changes, published] = await Promise.all([
      this.certificates.byNumber(number),
      this.rechecks.storedOf(number),
      this.variants.ofNumber(number),
      this.changes.ofNumber(number),
      this.publications.now(number),
    ]);
    return { record: record!, ...stored, variants, changes, published };
  }
}
