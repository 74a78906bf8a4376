import { Injectable } from '@nestjs/common';
import { Clock, MS_PER_DAY, plus } from '@hz/kernel';
import { UnitOfWork } from '@hz/platform';
import { AccessRepository } from '../persistence/access.repository';

const KEPT_FOR_MS = 30 * MS_PER_DAY;

/** Drops failed sign-ins of yesterday, and logins and reset links that ended a month ago: what happened stands in the audit trail. */
@Injectable()
export class ForgetOldAccess {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: AccessRepository,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    await this.uow.run((tx) => this.access.forgetBefore(tx, plus(now, -MS_PER_DAY), plus(now, -KEPT_FOR_MS)));
  }
}
