import { Injectable } from '@nestjs/common';
import { KeySheets, type KeySheet } from '@hz/assembly/keys';
import type { SchemeBody } from '@hz/competency/contract';
import { Sessions } from '@hz/registration';
import type { ScoredAttempt } from '../domain/grading-records';

/** What turns points into a result: frozen documents (P5), so that they may be read before the transaction. */
export interface SettlingRules {
  readonly scheme: Pick<SchemeBody, 'components'>;
  readonly items: KeySheet['items'];
}

@Injectable()
export class SettlingSources {
  constructor(
    private readonly sessions: Sessions,
    private readonly keySheets: KeySheets,
  ) {}

  async rulesOf(attempt: Pick<ScoredAttempt, 'sessionId' | 'formId'>, sheet?: KeySheet): Promise<SettlingRules> {
    const [scheme, { items }] = await Promise.all([
      this.sessions.schemeOf(attempt.sessionId),
      sheet ?? this.keySheets.of(attempt.formId),
    ]);
    return { scheme: scheme.body, items };
  }
}
