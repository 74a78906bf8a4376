import { Module } from '@nestjs/common';
import { CompetencyModule } from '@hz/competency';
import { GradingModule } from '@hz/grading';
import { IdentityModule } from '@hz/identity';
import { TransparencyModule } from '@hz/transparency';
import { VerificationModule } from '@hz/verification';
import { askedControllers, askedProviders } from './asked.providers';
import { AwardCertificate } from './application/award-certificate.command';
import { AwardSourcesReader } from './application/award-sources';
import { CertificateIntents } from './application/certificate-intents';
import { CertificateLog } from './application/certificate-log';
import { CertificateHistories } from './application/certificate-history.query';
import { CertificateList } from './application/certificate-list.query';
import { CertificatePrinter } from './application/certificate-printer';
import { IssueCertificate, ReleaseCertificate, SignAndPublish } from './application/issue-certificate.command';
import { ChangeCertificateStatus } from './application/change-status.command';
import { CredentialSigning } from './application/credential-signing';
import { MyCertificates } from './application/my-certificates.query';
import { OwnCertificate } from './application/own-certificate';
import { PdfSigningKey } from './application/pdf-signing-key';
import { PublishCertificate } from './application/publish-certificate';
import { QrSeal } from './application/qr-seal';
import { Rechecks } from './application/recheck/rechecks.query';
import { PrintDuplicate, ReissueCertificate } from './application/reissue-certificate.command';
import { RevokeCertificate } from './application/revoke-certificate.command';
import { TimeStamps } from './application/time-stamps';
import { documentControllers, documentProviders } from './documents.providers';
import { AuthorityController } from './http/authority.controller';
import { StatusWriter } from './application/status-writer';
import { CertificatesController } from './http/certificates.controller';
import { MyCertificatesController } from './http/my-certificates.controller';
import { AwardJob } from './jobs/award.job';
import { IssueJob } from './jobs/issue.job';
import { recheckControllers, recheckProviders } from './recheck.providers';
import { AchievementRepository } from './persistence/achievement.repository';
import { CertificateRepository } from './persistence/certificate.repository';
import { StatusChangeRepository } from './persistence/status-change.repository';
import { VariantRepository } from './persistence/variant.repository';
import { SigningCertificateRepository } from './persistence/signing-certificate.repository';

const issuing = [
  AwardCertificate,
  AwardSourcesReader,
  CertificateIntents,
  IssueCertificate,
  CredentialSigning,
  CertificateLog,
  QrSeal,
  SignAndPublish,
  PublishCertificate,
  ReleaseCertificate,
  CertificatePrinter,
  PdfSigningKey,
  TimeStamps,
];

@Module({
  imports: [CompetencyModule, GradingModule, IdentityModule, TransparencyModule, VerificationModule],
  controllers: [
    MyCertificatesController,
    CertificatesController,
    AuthorityController,
    ...documentControllers,
    ...askedControllers,
    ...recheckControllers,
  ],
  providers: [
    ...issuing,
    ...documentProviders,
    ...askedProviders,
    ...recheckProviders,
    MyCertificates,
    CertificateList,
    CertificateHistories,
    RevokeCertificate,
    ChangeCertificateStatus,
    ReissueCertificate,
    PrintDuplicate,
    StatusWriter,
    AwardJob,
    IssueJob,
    AchievementRepository,
    CertificateRepository,
    VariantRepository,
    StatusChangeRepository,
    SigningCertificateRepository,
  ],
  exports: [
    AwardCertificate,
    ChangeCertificateStatus,
    IssueCertificate,
    ReissueCertificate,
    RevokeCertificate,
    CertificateIntents,
    CertificateRepository,
    OwnCertificate,
    Rechecks,
    StatusChangeRepository,
  ],
})
export class CertificationModule {}
