export { CheckCertificate } from './application/check-certificate.query';
export { CredentialProof, type Signable, type Signed } from './application/credential-proof';
export { CredentialToken, isTokenOf } from './application/credential-token';
export { isProvenIndependently } from './application/independent-check';
export { Issuer, ISSUER_NAME } from './application/issuer';
export { Publications, type Publication } from './application/publications';
export { rawKeyOf } from './domain/multikey';
export { VerificationModule } from './verification.module';
