import { Module } from '@nestjs/common';
import { CompetencyModule } from '@hz/competency';
import { GradingModule } from '@hz/grading';
import { IdentityModule } from '@hz/identity';
import { AppealCases } from './application/appeal/appeal-cases.query';
import { DecideAppeal, RestoreCertificate } from './application/appeal/decide-appeal.command';
import { FileAppeal, MyAppeals } from './application/appeal/my-appeal';
import { CertificateExports } from './application/export/certificate-exports';
import { ExportFacts } from './application/export/export-facts';
import { ExportMappings } from './application/export/export-mappings';
import { MyPublicPages, PutPublicPage, ShowableCertificates } from './application/public-page/my-public-page';
import { PublicPages } from './application/public-page/public-page.query';
import { DecideEducation } from './application/renewal/decide-education.command';
import { EducationCases } from './application/renewal/education-cases.query';
import { HandInEducation } from './application/renewal/hand-in-education.command';
import { MyRenewal } from './application/renewal/my-renewal.query';
import { RecordSkillBaseline } from './application/renewal/record-baseline.command';
import { RemindRegistrations } from './application/renewal/remind-registrations.command';
import { RenewRegistration, RenewalWriter } from './application/renewal/renew-registration.command';
import { RenewalBasisReader, RenewalStates } from './application/renewal/renewal-state';
import { SchemePolicies } from './application/renewal/scheme-policies';
import { SkillPrintsReader } from './application/renewal/skill-prints';
import { CertificationModule } from './certification.module';
import { AppealController } from './http/appeal.controller';
import { ExportController } from './http/export.controller';
import { PublicPageController } from './http/public-page.controller';
import { MyRenewalController, RenewalDeskController } from './http/renewal.controller';
import { RemindRegistrationsSweep } from './jobs/remind-registrations.sweep';
import { SkillBaselineJob } from './jobs/skill-baseline.job';
import { AchievementReader } from './persistence/achievement-reader.repository';
import { AppealRepository } from './persistence/appeal.repository';
import { EducationRepository } from './persistence/education.repository';
import { ExportRepository } from './persistence/export.repository';
import { PublicPageRepository } from './persistence/public-page.repository';
import { RenewalRepository } from './persistence/renewal.repository';
import { SchemePolicyRepository } from './persistence/scheme-policy.repository';

const repositories = [
  AchievementReader,
  AppealRepository,
  EducationRepository,
  ExportRepository,
  PublicPageRepository,
  RenewalRepository,
  SchemePolicyRepository,
];
const renewal = [
  SkillPrintsReader,
  RenewalBasisReader,
  RenewalStates,
  RenewalWriter,
  MyRenewal,
  HandInEducation,
  DecideEducation,
  EducationCases,
  RenewRegistration,
  RecordSkillBaseline,
  RemindRegistrations,
  SchemePolicies,
];
const appeals = [MyAppeals, FileAppeal, AppealCases, RestoreCertificate, DecideAppeal];
const pages = [ShowableCertificates, MyPublicPages, PutPublicPage, PublicPages];
const exports = [ExportFacts, CertificateExports, ExportMappings];

/** What comes after a certificate was issued: renewal and reminders, appeals, the holder's public page, exports. */
@Module({
  imports: [CompetencyModule, GradingModule, IdentityModule, CertificationModule],
  controllers: [MyRenewalController, RenewalDeskController, AppealController, PublicPageController, ExportController],
  providers: [
    ...repositories,
    ...renewal,
    ...appeals,
    ...pages,
    ...exports,
    RemindRegistrationsSweep,
    SkillBaselineJob,
  ],
})
export class AfterCertificateModule {}
