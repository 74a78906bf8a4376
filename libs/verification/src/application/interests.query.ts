import { Injectable } from '@nestjs/common';
import type { InstitutionId } from '@hz/kernel';
import { QueryRepository } from '../persistence/query.repository';

/** Which institutions are to hear of changes to a certificate: those that asked about it within a year. */
@Injectable()
export class Interests {
  constructor(private readonly queries: QueryRepository) {}

  of(number: string): Promise<InstitutionId[]> {
    return this.queries.interestedIn(number);
  }
}
