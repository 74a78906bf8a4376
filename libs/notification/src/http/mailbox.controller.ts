import { Controller } from '@nestjs/common';
import { Endpoint } from '@hz/platform';
import { Mailbox } from '../application/mailbox.query';
import { mailboxSchema } from '../contract';

@Controller()
export class MailboxController {
  constructor(private readonly mailbox: Mailbox) {}

  @Endpoint({
    method: 'GET',
    path: '/api/v1/mailbox',
    allow: 'public',
    object: 'any',
    returns: mailboxSchema,
    summary: { zh: '查看未寄出的邮件（仅开发环境）', en: 'Read the mails that were kept (development only)' },
  })
  async list() {
    return { rows: await this.mailbox.run() };
  }
}
