import { Injectable } from '@nestjs/common';
import type { PersonId, ResultId, SessionId } from '@hz/kernel';
import { ResultNotFound } from '../contract';
import type { ResultRecord } from '../domain/grading-records';
import { ResultRepository } from '../persistence/result.repository';

/** Results for other contexts. */
@Injectable()
export class Results {
  constructor(private readonly repository: ResultRepository) {}

  /** A result, whatever its status. Throws ResultNotFound. */
  async byId(id: string): Promise<ResultRecord> {
    const result = await this.repository.byId(id);
    if (result === null) throw new ResultNotFound();
    return result;
  }

  /** The final results of a person, newest first. */
  releasedOf(personId: PersonId): Promise<ResultRecord[]> {
    return this.repository.releasedOf(personId);
  }

  /** The ids of the final results of a session. */
  idsReleasedIn(sessionId: SessionId): Promise<ResultId[]> {
    return this.repository.idsReleasedIn(sessionId);
  }

  /** The results of a session that are final. */
  finalOf(sessionId: SessionId): Promise<ResultId[]> {
    return this.repository.finalOf(sessionId);
  }
}
