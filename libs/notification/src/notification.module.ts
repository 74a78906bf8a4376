import { Module } from '@nestjs/common';
import { IdentityModule } from '@hz/identity';
import { MailTexts } from './application/mail-text';
import { Mailbox } from './application/mailbox.query';
import { Mailer, SmtpMailer } from './application/mailer';
import { SendMail } from './application/send-mail.command';
import { WriteMail } from './application/write-mail.command';
import { MailboxController } from './http/mailbox.controller';
import { WritePasswordResetJob, WriteSignUpRepeatedJob, WriteWelcomeJob } from './jobs/account-mails.job';
import {
  WriteCertificateIssuedJob,
  WriteCertificateRevokedJob,
  WriteRegistrationConfirmedJob,
  WriteResultReleasedJob,
} from './jobs/exam-mails.job';
import {
  WriteAppealDecidedJob,
  WriteAppealFiledJob,
  WriteEducationDecidedJob,
  WriteRegistrationEndingJob,
} from './jobs/after-certificate-mails.job';
import { SendMailJob } from './jobs/send-mail.job';
import { MailRepository } from './persistence/mail.repository';

@Module({
  imports: [IdentityModule],
  controllers: [MailboxController],
  providers: [
    MailRepository,
    MailTexts,
    Mailbox,
    SendMail,
    WriteMail,
    SendMailJob,
    WriteWelcomeJob,
    WriteSignUpRepeatedJob,
    WritePasswordResetJob,
    WriteRegistrationConfirmedJob,
    WriteResultReleasedJob,
    WriteCertificateIssuedJob,
    WriteCertificateRevokedJob,
    WriteRegistrationEndingJob,
    WriteEducationDecidedJob,
    WriteAppealFiledJob,
    WriteAppealDecidedJob,
    { provide: Mailer, useClass: SmtpMailer },
  ],
})
export class NotificationModule {}
