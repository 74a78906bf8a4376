import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, NotFound, type Config } from '@hz/platform';
import type { MailView } from '../contract';
import { MailRepository } from '../persistence/mail.repository';
import { MailTexts } from './mail-text';

const MAX_MAILS = 100;

/** What would have been sent, for development. Exists only where no mail server is configured, and never in production. */
@Injectable()
export class Mailbox {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'environment' | 'smtpUrl'>,
    private readonly mails: MailRepository,
    private readonly texts: MailTexts,
  ) {}

  /** Throws NotFound where there is no mailbox. */
  async run(): Promise<MailView[]> {
    if (this.config.environment === 'production' || this.config.smtpUrl !== undefined) throw new NotFound();
    const rows = await this.mails.newest(MAX_MAILS);
    return rows.map((row) => ({
      id: row.id,
      to: row.toAddress,
      language: row.language,
      ...this.texts.of(row),
      status: row.status,
      createdAt: row.createdAt,
    }));
  }
}
