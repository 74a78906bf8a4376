import { Injectable } from '@nestjs/common';
import { Clock } from '@hz/kernel';
import { Unavailable, UnitOfWork } from '@hz/platform';
import { MailRepository } from '../persistence/mail.repository';
import { MailTexts } from './mail-text';
import { Mailer } from './mailer';

/** Sends a waiting mail. At least once: a crash after sending sends it again under the same message id. */
@Injectable()
export class SendMail {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly mails: MailRepository,
    private readonly texts: MailTexts,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {}

  async run(mailId: string): Promise<void> {
    const mail = await this.mails.byId(mailId);
    if (mail === null || mail.status !== 'waiting') return;
    const sent = await this.mailer.send({ id: mail.id, to: mail.toAddress, ...this.texts.of(mail) }).catch(() => {
      throw new Unavailable();
    });
    await this.uow.run((tx) =>
      sent ? this.mails.markSent(tx, mail.id, this.clock.now()) : this.mails.markKept(tx, mail.id),
    );
  }
}
