export { AwardCertificate } from './application/award-certificate.command';
export { IssueCertificate } from './application/issue-certificate.command';
export { RevokeCertificate } from './application/revoke-certificate.command';
export { CertificationModule } from './certification.module';
