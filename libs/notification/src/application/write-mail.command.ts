import { Injectable } from '@nestjs/common';
import { People } from '@hz/identity';
import { Clock, type PersonId } from '@hz/kernel';
import { newId, Outbox, UnitOfWork } from '@hz/platform';
import { mailQueued } from '../contract';
import type { MailTemplate } from '../domain/templates';
import { MailRepository } from '../persistence/mail.repository';

export interface MailOrder {
  readonly personId: PersonId;
  readonly template: MailTemplate;
  /** Mails with the same key are one mail. */
  readonly dedupeKey: string;
  readonly params?: Record<string, string>;
}

/** Writes a mail to a person once, and the intent to send it. A person who has no address any more gets none. */
@Injectable()
export class WriteMail {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly mails: MailRepository,
    private readonly people: People,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run({ personId, template, dedupeKey, params = {} }: MailOrder): Promise<void> {
    const mailbox = await this.people.mailbox(personId);
    if (mailbox === null) return;
    const mail = {
      id: newId<never>() as string,
      personId,
      toAddress: mailbox.email,
      template,
      language: mailbox.language,
      params: { ...params, name: mailbox.name },
      dedupeKey,
      status: 'waiting' as const,
      createdAt: this.clock.now(),
      sentAt: null,
    };
    await this.uow.run(async (tx) => {
      if (await this.mails.add(tx, mail)) await this.outbox.publish(tx, mailQueued({ mailId: mail.id }));
    });
  }
}
