import { Injectable } from '@nestjs/common';
import { DocumentNotFound } from '../contract';
import { CohortRepository } from '../persistence/cohort.repository';

/** Printed certificates by the hash of their bytes. Who has the address has, or had, the file. */
@Injectable()
export class PrintedDocuments {
  constructor(private readonly documents: CohortRepository) {}

  /** Throws DocumentNotFound. */
  async byHash(hash: string): Promise<{ number: string; bytes: Buffer }> {
    const found = await this.documents.byHash(hash);
    if (found === null) throw new DocumentNotFound();
    return found;
  }
}
