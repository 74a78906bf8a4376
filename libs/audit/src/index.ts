export { AuditTrail, type DeedOf } from './application/audit-trail';
export { SealChain } from './application/seal-chain.command';
export { VerifyChain, type ChainReport } from './application/verify-chain.query';
export { AuditModule } from './audit.module';
