import { ListensTo, type EventHandler } from '@hz/platform';
import { SendMail } from '../application/send-mail.command';
import { mailQueued } from '../contract';

@ListensTo(mailQueued, 'notification.send-mail')
export class SendMailJob implements EventHandler<{ mailId: string }> {
  constructor(private readonly send: SendMail) {}

  run({ mailId }: { mailId: string }): Promise<void> {
    return this.send.run(mailId);
  }
}
