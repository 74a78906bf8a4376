import { Global, Module } from '@nestjs/common';
import { AuditEntries } from './application/audit-entries.query';
import { AuditTrail } from './application/audit-trail';
import { SealChain } from './application/seal-chain.command';
import { VerifyChain } from './application/verify-chain.query';
import { AuditController } from './http/audit.controller';
import { SealChainSweep } from './jobs/seal-chain.sweep';
import { ChainRepository } from './persistence/chain.repository';

/** Global: every context records into the trail. */
@Global()
@Module({
  controllers: [AuditController],
  providers: [AuditTrail, AuditEntries, SealChain, VerifyChain, SealChainSweep, ChainRepository],
  exports: [AuditTrail, VerifyChain, SealChain],
})
export class AuditModule {}
