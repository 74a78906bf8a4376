import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import type { AttemptId, Principal } from '@hz/kernel';
import { UnitOfWork } from '@hz/platform';
import { AttemptNotFound, type AttemptEvidence, type IntegrityEvents } from '../contract';
import { AttemptRepository } from '../persistence/attempt.repository';
import { EvidenceRepository } from '../persistence/evidence.repository';
import { OwnAttempts } from './own-attempts';

/** Evidence is kept and shown to people; nothing follows from it by itself (P13). */
@Injectable()
export class Evidence {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly attempts: AttemptRepository,
    private readonly evidence: EvidenceRepository,
    private readonly own: OwnAttempts,
    private readonly audit: AuditTrail,
  ) {}

  /** Keeps what the candidate's own page reports. Throws AttemptNotFound. */
  async add(who: Principal, id: AttemptId, events: IntegrityEvents): Promise<void> {
    await this.own.find(who, id);
    await this.uow.run((tx) => this.evidence.add(tx, id, events));
  }

  /** All of one attempt, for those who run the session; that it was read is audited, because it shows responses. Throws AttemptNotFound. */
  async of(who: Principal, id: AttemptId): Promise<AttemptEvidence> {
    if ((await this.attempts.byId(id)) === null) throw new AttemptNotFound();
    await this.uow.run((tx) => this.audit.record(tx, who, 'delivery.evidence-read', { type: 'attempt', id }));
    const [events, rejectedSaves] = await Promise.all([this.evidence.eventsOf(id), this.evidence.rejectedOf(id)]);
    return { attemptId: id, events, rejectedSaves };
  }
}
