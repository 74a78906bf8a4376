import { Injectable } from '@nestjs/common';
import { Clock, instant } from '@hz/kernel';
import { Outbox, UnitOfWork } from '@hz/platform';
import { certificateExpired } from '../contract';
import { AskedAboutRepository } from '../persistence/asked-about.repository';

const AT_ONCE = 200;

/** Says of each certificate once that its validity is over, whenever that is noticed. */
@Injectable()
export class AnnounceExpired {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly certificates: AskedAboutRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    for (;;) {
      const count = await this.uow.run(async (tx) => {
        const due = await this.certificates.takeExpired(tx, this.clock.now(), AT_ONCE);
        const events = due.map(({ number, personId, expiresAt }) =>
          certificateExpired({ number, personId, at: instant(expiresAt.getTime()) }),
        );
        await this.outbox.publish(tx, ...events);
        return due.length;
      });
      if (count < AT_ONCE) return;
    }
  }
}
