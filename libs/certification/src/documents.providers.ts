import { Cohort } from './application/cohort/cohort.query';
import { HolderDocuments } from './application/holder/holder-documents.query';
import { HolderPrinting } from './application/holder/holder-printing';
import { SkillScores } from './application/holder/skill-scores';
import { PrintedDocuments } from './application/printed-documents.query';
import { TemplateSource } from './application/template-source';
import { CertificateTemplates } from './application/templates/certificate-templates';
import { PublishTemplate, SaveTemplateDraft } from './application/templates/edit-template.command';
import { TemplateList } from './application/templates/template-list.query';
import { TemplatePictures } from './application/templates/template-pictures';
import { TemplatePreview } from './application/templates/template-preview.query';
import { DocumentsController } from './http/documents.controller';
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
  HolderDocuments,
  HolderPrinting,
  SkillScores,
  CohortRepository,
  TemplateRepository,
];
export const documentControllers = [TemplatesController, DocumentsController, HolderDocumentsController];
