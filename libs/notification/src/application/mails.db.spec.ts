import { EnsureAccount } from '@hz/identity';
import { AuditModule } from '@hz/audit';
import { Unavailable, UnitOfWork } from '@hz/platform';
import { testContext, type TestContext } from '@hz/platform/testing';
import { NotificationModule } from '../notification.module';
import { Mailbox } from './mailbox.query';
import { Mailer, type OutgoingMail } from './mailer';
import { SendMail } from './send-mail.command';
import { WriteMail } from './write-mail.command';

class RecordingMailer extends Mailer {
  readonly sent: OutgoingMail[] = [];
  down = false;
  async send(mail: OutgoingMail): Promise<boolean> {
    if (this.down) throw new Error('no route');
    this.sent.push(mail);
    return true;
  }
}

describe('mails', () => {
  let context: TestContext;
  const account = {
    email: 'a@hz.example',
    password: 'a long password 1',
    legalName: '王小明',
    roles: ['candidate' as const],
  };

  beforeEach(async () => {
    context = await testContext([AuditModule, NotificationModule]);
  });
  afterEach(() => context.close());

  it('P6: the same event heard three times is one mail, and without a mail server it is kept for the mailbox', async () => {
    const { personId } = await context.module.get(EnsureAccount).run(account);
    const order = {
      personId,
      template: 'result-released' as const,
      dedupeKey: 'result.1',
      params: { path: '/my/results/1' },
    };
    for (let round = 0; round < 3; round += 1) await context.module.get(WriteMail).run(order);
    const before = await context.module.get(Mailbox).run();
    const mail = before.find(({ subject }) => subject === '成绩已公布')!;
    expect(before.filter(({ subject }) => subject === mail.subject)).toHaveLength(1);
    expect(mail).toMatchObject({ to: 'a@hz.example', status: 'waiting' });
    expect(mail.text).toContain('/my/results/1');
    await context.module.get(SendMail).run(mail.id);
    const after = (await context.module.get(Mailbox).run()).find(({ id }) => id === mail.id);
    expect(after?.status).toBe('kept');
  });

  it('I6: a mail server that is down delays the mail; sent once, it is not sent again', async () => {
    const { personId } = await context.module.get(EnsureAccount).run(account);
    await context.module.get(WriteMail).run({ personId, template: 'result-released', dedupeKey: 'result.2' });
    const [{ id }] = (await context.module
      .get(UnitOfWork)
      .read.query<{ id: string }[]>(`SELECT id FROM notification.mail WHERE dedupe_key = 'result.2'`)) as [
      { id: string },
    ];
    const mailer = new RecordingMailer();
    Object.assign(context.module.get(SendMail), { mailer });
    mailer.down = true;
    await expect(context.module.get(SendMail).run(id)).rejects.toBeInstanceOf(Unavailable);
    mailer.down = false;
    await context.module.get(SendMail).run(id);
    await context.module.get(SendMail).run(id);
    expect(mailer.sent.map((mail) => mail.id)).toEqual([id]);
  });
});
