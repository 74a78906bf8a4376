import { Injectable } from '@nestjs/common';
import { Clock, instant, type Instant } from '@hz/kernel';
import { decodeCursor, encodeCursor, type Page } from '@hz/platform';
import type { CertificateFilter, CertificateRecordView } from '../contract';
import type { CertificateRecord } from '../domain/certificate-record';
import { CertificateRepository } from '../persistence/certificate.repository';
import { shownFields } from './my-certificates.query';

/** All certificates, for the staff of the issuer. */
@Injectable()
export class CertificateList {
  constructor(
    private readonly certificates: CertificateRepository,
    private readonly clock: Clock,
  ) {}

  async run({
    limit,
    cursor,
    ...filter
  }: CertificateFilter & { limit: number; cursor?: string | undefined }): Promise<Page<CertificateRecordView>> {
    const [at, number] = decodeCursor(cursor) ?? [];
    const after = at === undefined || number === undefined ? null : { at: instant(Number(at)), number: String(number) };
    const found = await this.certificates.search(filter, limit + 1, after);
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    const now = this.clock.now();
    return {
      rows: rows.map((record) => recordView(record, now)),
      nextCursor: found.length > limit && last ? encodeCursor([last.intendedAt, last.number]) : null,
      total: null,
    };
  }
}

/** A certificate as the staff of the issuer see it. */
export function recordView(record: CertificateRecord, now: Instant): CertificateRecordView {
  return { ...shownFields(record, now), personId: record.personId, revokedAt: record.revokedAt };
}
