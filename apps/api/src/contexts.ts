import type { Type } from '@nestjs/common';
import { AssemblyModule } from '@hz/assembly';
import { assemblyProblems } from '@hz/assembly/contract';
import { AuditModule } from '@hz/audit';
import { AfterCertificateModule, CertificationModule } from '@hz/certification';
import { certificationProblems } from '@hz/certification/contract';
import { CompetencyModule } from '@hz/competency';
import { competencyProblems } from '@hz/competency/contract';
import { DeliveryModule } from '@hz/delivery';
import { deliveryProblems } from '@hz/delivery/contract';
import { GradingModule } from '@hz/grading';
import { gradingProblems } from '@hz/grading/contract';
import { IdentityModule } from '@hz/identity';
import { identityProblems } from '@hz/identity/contract';
import { ItemBankModule } from '@hz/item-bank';
import { itemBankProblems } from '@hz/item-bank/contract';
import { NotificationModule } from '@hz/notification';
import type { ProblemTexts } from '@hz/platform';
import { RegistrationModule } from '@hz/registration';
import { registrationProblems } from '@hz/registration/contract';
import { TransparencyModule } from '@hz/transparency';
import { transparencyProblems } from '@hz/transparency/contract';
import { VerificationModule } from '@hz/verification';
import { verificationProblems } from '@hz/verification/contract';
import { WebhooksModule } from '@hz/webhooks';
import { webhookProblems } from '@hz/webhooks/contract';

/** The contexts that both processes run, and the titles of their refusals. A new context is entered here and nowhere else. */
export const contexts: readonly Type[] = [
  AuditModule,
  IdentityModule,
  CompetencyModule,
  ItemBankModule,
  AssemblyModule,
  RegistrationModule,
  DeliveryModule,
  GradingModule,
  TransparencyModule,
  VerificationModule,
  CertificationModule,
  AfterCertificateModule,
  NotificationModule,
  WebhooksModule,
];

export const contextProblems: readonly ProblemTexts[] = [
  identityProblems,
  competencyProblems,
  itemBankProblems,
  assemblyProblems,
  registrationProblems,
  deliveryProblems,
  gradingProblems,
  transparencyProblems,
  verificationProblems,
  certificationProblems,
  webhookProblems,
];
