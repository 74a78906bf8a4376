import { Controller, Query } from '@nestjs/common';
import { Endpoint, pageOf, pageQuery } from '@hz/platform';
import { z } from 'zod';
import { AuditEntries } from '../application/audit-entries.query';
import { VerifyChain, type ChainReport } from '../application/verify-chain.query';
import { auditEntryView } from '../contract/audit-entry';

const filter = pageQuery.extend({
  actor: z.string().max(120).optional(),
  action: z.string().max(120).optional(),
  objectId: z.string().max(120).optional(),
});
const report = z
  .object({
    links: z.int(),
    unlinked: z.int(),
    fault: z.object({ no: z.int(), fault: z.enum(['number-gap', 'broken-link', 'altered']) }).nullable(),
  })
  .meta({ id: 'AuditChainReport' });

@Controller()
export class AuditController {
  constructor(
    private readonly entries: AuditEntries,
    private readonly verifyChain: VerifyChain,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/v1/audit-entries',
    allow: ['auditor', 'administrator'],
    object: 'any',
    query: filter,
    returns: pageOf(auditEntryView, 'AuditEntryPage'),
    summary: { zh: '查阅审计记录', en: 'Read the audit trail' },
  })
  list(@Query() query: z.infer<typeof filter>) {
    return this.entries.run(query);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/audit-chain',
    allow: ['auditor', 'administrator'],
    object: 'any',
    returns: report,
    limit: { by: 'caller', max: 6, windowSeconds: 60 },
    summary: { zh: '校验审计链', en: 'Check the audit chain' },
  })
  check(): Promise<ChainReport> {
    return this.verifyChain.run();
  }
}
