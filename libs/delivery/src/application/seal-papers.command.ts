import { Injectable } from '@nestjs/common';
import type { SessionId } from '@hz/kernel';
import { Sessions } from '@hz/registration';
import { SealedPapers } from './sealed-papers';

/** Seals every form of a session. Repeating it changes nothing. */
@Injectable()
export class SealPapers {
  constructor(
    private readonly sessions: Sessions,
    private readonly papers: SealedPapers,
  ) {}

  /** Returns the digests of the session's papers. Throws SessionNotFound, FormNotFound. */
  async run(sessionId: SessionId): Promise<string[]> {
    const { formIds } = await this.sessions.byId(sessionId);
    for (const formId of formIds) await this.papers.seal(sessionId, formId);
    return this.papers.ofSession(sessionId);
  }
}
