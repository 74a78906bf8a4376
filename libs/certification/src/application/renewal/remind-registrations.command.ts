import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Clock, dangerouslySystem, MS_PER_DAY, plus } from '@hz/kernel';
import { Outbox, UnitOfWork } from '@hz/platform';
import { registrationEnding, REMINDER_DAYS } from '../../contract';
import { dueReminders } from '../../domain/reminders';
import { CertificateRepository } from '../../persistence/certificate.repository';
import { RenewalRepository, type EndingRegistration } from '../../persistence/renewal.repository';

const AT_ONCE = 200;

/**
 * Decides which reminders of the end of a registration are due. Each goes out once, because a row with number and distance is written in the
 * transaction that says so (P2). Revoked, suspended and renewed certificates remind of nothing.
 */
@Injectable()
export class RemindRegistrations {
  constructor(
    private readonly renewals: RenewalRepository,
    private readonly certificates: CertificateRepository,
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    const until = plus(now, Math.max(...REMINDER_DAYS) * MS_PER_DAY);
    for (let after = ''; ;) {
      const ending = await this.renewals.ending(now, until, AT_ONCE, after);
      for (const registration of ending) await this.remind(registration);
      if (ending.length < AT_ONCE) return;
      after = ending.at(-1)!.number;
    }
  }

  private async remind(registration: EndingRegistration): Promise<void> {
    const { number, personId, expiresAt, decided } = registration;
    const now = this.clock.now();
    const due = dueReminders(REMINDER_DAYS, registration, decided, now);
    if (due.length === 0) return;
    await this.uow.run(async (tx) => {
      const locked = await this.certificates.lock(tx, number);
      if (locked?.status !== 'valid' || (await this.certificates.replacementOf(tx, number)) !== null) return;
      for (const { days, goesOut } of due) {
        if (!(await this.renewals.addReminder(tx, number, days, goesOut ? 'sent' : 'overtaken', now))) continue;
        if (!goesOut) continue;
        await this.outbox.publish(tx, registrationEnding({ number, personId, days, endsAt: expiresAt }));
        const object = { type: 'certificate', id: number };
        await this.audit.record(tx, dangerouslySystem('remind'), 'certification.holder-reminded', object, { days });
      }
    });
  }
}
