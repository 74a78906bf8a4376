import { Module } from '@nestjs/common';
import { CompetencyModule } from '@hz/competency';
import { GradingModule } from '@hz/grading';
import { IdentityModule } from '@hz/identity';
import { VerificationModule } from '@hz/verification';
import { AwardCertificate } from './application/award-certificate.command';
import { AwardSourcesReader } from './application/award-sources';
import { CertificateIntents } from './application/certificate-intents';
import { CertificateList } from './application/certificate-list.query';
import { CertificatePrinter } from './application/certificate-printer';
import { CredentialSigning, IssueCertificate, ReleaseCertificate } from './application/issue-certificate.command';
import { MyCertificates } from './application/my-certificates.query';
import { PdfSigningKey } from './application/pdf-signing-key';
import { RevokeCertificate } from './application/revoke-certificate.command';
import { TimeStamps } from './application/time-stamps';
import { AuthorityController } from './http/authority.controller';
import { CertificatesController } from './http/certificates.controller';
import { MyCertificatesController } from './http/my-certificates.controller';
import { AwardJob } from './jobs/award.job';
import { IssueJob } from './jobs/issue.job';
import { AchievementRepository } from './persistence/achievement.repository';
import { CertificateRepository } from './persistence/certificate.repository';
import { SigningCertificateRepository } from './persistence/signing-certificate.repository';

const issuing = [
  AwardCertificate,
  AwardSourcesReader,
  CertificateIntents,
  IssueCertificate,
  CredentialSigning,
  ReleaseCertificate,
  CertificatePrinter,
  PdfSigningKey,
  TimeStamps,
];

@Module({
  imports: [CompetencyModule, GradingModule, IdentityModule, VerificationModule],
  controllers: [MyCertificatesController, CertificatesController, AuthorityController],
  providers: [
    ...issuing,
    MyCertificates,
    CertificateList,
    RevokeCertificate,
    AwardJob,
    IssueJob,
    AchievementRepository,
    CertificateRepository,
    SigningCertificateRepository,
  ],
  exports: [AwardCertificate, IssueCertificate, RevokeCertificate],
})
export class CertificationModule {}
