export { AwardCertificate } from './application/award-certificate.command';
export { ChangeCertificateStatus } from './application/change-status.command';
export { IssueCertificate } from './application/issue-certificate.command';
export { ReissueCertificate } from './application/reissue-certificate.command';
export { Rechecks } from './application/recheck/rechecks.query';
export { RevokeCertificate } from './application/revoke-certificate.command';
export { AfterCertificateModule } from './after-certificate.module';
export { CertificationModule } from './certification.module';
