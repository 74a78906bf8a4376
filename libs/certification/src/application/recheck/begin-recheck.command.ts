import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { actorOf, Clock, type Principal } from '@hz/kernel';
import { UnitOfWork } from '@hz/platform';
import { RecheckUnderWay } from '../../contract';
import { RecheckRepository } from '../../persistence/recheck.repository';

/** Has everything examined now, beside the run of every night. */
@Injectable()
export class BeginRecheck {
  constructor(
    private readonly rechecks: RecheckRepository,
    private readonly audit: AuditTrail,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Throws RecheckUnderWay. */
  async run(who: Principal): Promise<void> {
    await this.uow.run(async (tx) => {
      const id = await this.rechecks.begin(tx, this.clock.now(), actorOf(who));
      if (id === null) throw new RecheckUnderWay();
      await this.audit.record(tx, who, 'certification.recheck-begun', { type: 'recheck', id });
    });
  }
}
