import { BeginRecheck } from './application/recheck/begin-recheck.command';
import { ExamineCertificate } from './application/recheck/examine-certificate';
import { RecheckCertificates } from './application/recheck/recheck-certificates.command';
import { Rechecks } from './application/recheck/rechecks.query';
import { StoredCertificates } from './application/recheck/stored-certificate';
import { StrangersViews } from './application/recheck/strangers-view';
import { RecheckController } from './http/recheck.controller';
import { RecheckSweep } from './jobs/recheck.sweep';
import { RecheckRepository } from './persistence/recheck.repository';

/** Everything that was issued is examined again every night. */
export const recheckProviders = [
  BeginRecheck,
  ExamineCertificate,
  RecheckCertificates,
  Rechecks,
  StoredCertificates,
  StrangersViews,
  RecheckSweep,
  RecheckRepository,
];
export const recheckControllers = [RecheckController];
