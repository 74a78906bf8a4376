import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, SecretBox, type Config } from '@hz/platform';
import { composeMail, type Mail, type MailText } from '../domain/templates';
import type { MailRow } from '../persistence/mail.entity';

/** Composes a stored mail. A sealed token is opened only here and never stored open. */
@Injectable()
export class MailTexts {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
    private readonly box: SecretBox,
  ) {}

  of(row: MailRow): MailText {
    const { path = '/my', ...params } = row.params;
    const link = this.config.publicUrl + path + this.token(params);
    return composeMail({ ...params, template: row.template, link } as unknown as Mail, row.language);
  }

  private token({ sealedToken, resetId }: Record<string, string>): string {
    if (sealedToken === undefined || resetId === undefined) return '';
    return encodeURIComponent(this.box.open('mail-link', resetId, Buffer.from(sealedToken, 'base64')).toString('utf8'));
  }
}
