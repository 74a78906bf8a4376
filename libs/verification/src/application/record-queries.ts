import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { actorOf, type Principal } from '@hz/kernel';
import { UnitOfWork, type Tx } from '@hz/platform';
import type { AskedWay, VerificationAnswer } from '../contract';
import { institutionOf, isSandbox } from '../domain/asker';
import { QueryRepository } from '../persistence/query.repository';

export interface Asked {
  readonly number: string;
  readonly way: AskedWay;
  readonly answer: VerificationAnswer;
}

/** Keeps what an institution asked: for itself, for the holder, and in the audit trail (P8). */
@Injectable()
export class RecordQueries {
  constructor(
    private readonly queries: QueryRepository,
    private readonly audit: AuditTrail,
    private readonly uow: UnitOfWork,
  ) {}

  async run(who: Principal, asked: readonly Asked[]): Promise<void> {
    await this.uow.run((tx) => this.within(tx, who, asked));
  }

  async within(tx: Tx, who: Principal, asked: readonly Asked[]): Promise<void> {
    if (asked.length === 0) return;
    const by = { institutionId: institutionOf(who), askedBy: actorOf(who), sandbox: isSandbox(who) };
    await this.queries.addEach(tx, by, asked);
    await this.audit.recordEach(
      tx,
      asked.map(({ number, way, answer: { verdict, reason } }) => ({
        who,
        action: 'verification.certificate-checked',
        object: { type: 'certificate', id: number.slice(0, 40) },
        details: { verdict, reason, way, sandbox: by.sandbox },
      })),
    );
  }
}
