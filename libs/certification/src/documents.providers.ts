import { Cohort } from './application/cohort/cohort.query';
import { Badges } from './application/holder/badges';
import { HolderCredentials } from './application/holder/holder-credentials.query';
import { HolderDocuments } from './application/holder/holder-documents.query';
import { HolderPrinting } from './application/holder/holder-printing';
import { SkillScores } from './application/holder/skill-scores';
import { OwnCertificate } from './application/own-certificate';
import { PrintedDocuments } from './application/printed-documents.query';
import { TemplateSource } from './application/template-source';
import { CertificateTemplates } from './application/templates/certificate-templates';
import { PublishTemplate, SaveTemplateDraft } from './application/templates/edit-template.command';
import { TemplateList } from './application/templates/template-list.query';
import { TemplatePictures } from './application/templates/template-pictures';
import { TemplatePreview } from './application/templates/template-preview.query';
import { DocumentsController } from './http/documents.controller';
import { HolderCredentialsController } from './http/holder-credentials.controller';
import { HolderDocumentsController } from './http/holder-documents.controller';
import { TemplatesController } from './http/templates.controller';
import { CohortRepository } from './persistence/cohort.repository';
import { TemplateRepository } from './persistence/template.repository';

/** What certificates look like, and how they are handed out. */
export const documentProviders = [
  CertificateTemplates,
  { provide: TemplateSource, useExisting: CertificateTemplates },
  TemplateList,
  SaveTemplateDraft,
  PublishTemplate,
  TemplatePictures,
  TemplatePreview,
  Cohort,
  PrintedDocuments,
  OwnCertificate,
  Badges,
  HolderCredentials,
  HolderDocuments,
  HolderPrinting,
  SkillScores,
  CohortRepository,
  TemplateRepository,
];
export const documentControllers = [
  TemplatesController,
  DocumentsController,
  HolderDocumentsController,
  HolderCredentialsController,
];
