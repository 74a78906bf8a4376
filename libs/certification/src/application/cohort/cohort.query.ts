import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Results } from '@hz/grading';
import type { Principal, SessionId } from '@hz/kernel';
import { UnitOfWork } from '@hz/platform';
import { CohortTooLarge, DocumentNotFound, type CohortProgress } from '../../contract';
import { MAX_BYTES, MAX_ENTRIES, safeName, zipLength, type ZipEntry } from '../../domain/zip';
import { CohortRepository } from '../../persistence/cohort.repository';
import { zipStream } from './zip-stream';

export interface CohortArchive {
  readonly length: number;
  readonly stream: Readable;
}

interface PrintedEntry extends ZipEntry {
  readonly hash: string;
}

/** The certificates that rest on the results of one exam session. */
@Injectable()
export class Cohort {
  constructor(
    private readonly results: Results,
    private readonly cohorts: CohortRepository,
    private readonly uow: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /** How many are awarded, and how far issuing them is. */
  async progress(sessionId: SessionId): Promise<CohortProgress> {
    return this.cohorts.progress(await this.results.finalOf(sessionId));
  }

  /**
   * All that are printed and in force, as one archive that is streamed from the database: memory stays flat however many there are, and
   * the length is known before, so that a browser shows how far it is. Throws DocumentNotFound while there is none, CohortTooLarge.
   */
  async archive(who: Principal, sessionId: SessionId): Promise<CohortArchive> {
    const printed = await this.cohorts.printed(await this.results.finalOf(sessionId));
    const entries = printed.map(({ number, holderName, hash, size }): PrintedEntry => {
      return { name: safeName(number, holderName), size, hash };
    });
    if (entries.length === 0) throw new DocumentNotFound();
    const length = zipLength(entries);
    if (entries.length > MAX_ENTRIES || length > MAX_BYTES) throw new CohortTooLarge();
    await this.uow.run(async (tx) => {
      const object = { type: 'session', id: sessionId };
      await this.audit.record(tx, who, 'certification.cohort-downloaded', object, { certificates: entries.length });
    });
    return { length, stream: Readable.from(zipStream(this.read(entries)), { objectMode: false }) };
  }

  private async *read(entries: readonly PrintedEntry[]): AsyncGenerator<{ entry: PrintedEntry; bytes: Buffer }> {
    for (const entry of entries) {
      const bytes = await this.cohorts.pdf(entry.hash);
      if (bytes === null) throw new Error(`the PDF ${entry.hash} is gone`);
      yield { entry, bytes };
    }
  }
}
