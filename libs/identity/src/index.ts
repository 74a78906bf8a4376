export { ApiKeys } from './application/api-keys';
export { EnsureAccount, EnsureInstitution, type EnsuredAccount } from './application/ensure-account.command';
export { DocumentNumbers } from './application/document-numbers';
export { LoginAuthenticator } from './application/login-authenticator';
export { People, type PersonCard } from './application/people';
export { IdentityModule } from './identity.module';
