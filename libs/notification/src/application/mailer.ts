import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '@hz/platform';
import { createTransport, type Transporter } from 'nodemailer';

const PATIENCE_MS = 10_000;

export interface OutgoingMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Port: carries a mail away. */
export abstract class Mailer {
  /** False where no mail server is configured: then the mail is kept for the mailbox page. Throws when the server does not take it. */
  abstract send(mail: OutgoingMail): Promise<boolean>;
}

@Injectable()
export class SmtpMailer extends Mailer implements OnApplicationShutdown {
  private readonly transport: Transporter | null;

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'publicUrl'>) {
    super();
    this.transport =
      config.smtpUrl === undefined
        ? null
        : createTransport({
            url: config.smtpUrl,
            connectionTimeout: PATIENCE_MS,
            socketTimeout: PATIENCE_MS,
            pool: true,
          });
  }

  /** The message id follows from the mail's own id, so that a receiver sees a repeated mail as one. */
  async send({ id, to, subject, text }: OutgoingMail): Promise<boolean> {
    if (this.transport === null) return false;
    const messageId = `<${id}@${new URL(this.config.publicUrl).hostname}>`;
    await this.transport.sendMail({
      from: this.config.mailFrom,
      to: { name: '', address: to },
      subject,
      text,
      messageId,
    });
    return true;
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}
