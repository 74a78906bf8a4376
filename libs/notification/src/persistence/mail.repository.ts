import { Injectable } from '@nestjs/common';
import type { Instant } from '@hz/kernel';
import { UnitOfWork, type Tx } from '@hz/platform';
import { MailRow } from './mail.entity';

@Injectable()
export class MailRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Whether the mail is new; false when one with its dedupe key is there already. */
  async add(tx: Tx, mail: MailRow): Promise<boolean> {
    const { raw } = await tx
      .createQueryBuilder()
      .insert()
      .into(MailRow)
      .values(mail)
      .orIgnore()
      .returning('id')
      .execute();
    return (raw as unknown[]).length > 0;
  }

  byId(id: string): Promise<MailRow | null> {
    return this.uow.read.findOneBy(MailRow, { id });
  }

  newest(limit: number): Promise<MailRow[]> {
    return this.uow.read.find(MailRow, { order: { createdAt: 'DESC', id: 'DESC' }, take: limit });
  }

  async markSent(tx: Tx, id: string, at: Instant): Promise<void> {
    await tx.update(MailRow, { id, status: 'waiting' }, { status: 'sent', sentAt: at });
  }

  async markKept(tx: Tx, id: string): Promise<void> {
    await tx.update(MailRow, { id, status: 'waiting' }, { status: 'kept' });
  }
}
