import { Controller, Query } from '@nestjs/common';
import type { Principal } from '@hz/kernel';
import { Endpoint, pageOf, pageQuery, Who } from '@hz/platform';
import { z } from 'zod';
import { BeginRecheck } from '../application/recheck/begin-recheck.command';
import { Rechecks } from '../application/recheck/rechecks.query';
import { recheckFaultFilterSchema, recheckFaultSchema, recheckOverviewSchema } from '../contract';

const faultsQuery = pageQuery.extend(recheckFaultFilterSchema.shape);

@Controller()
export class RecheckController {
  constructor(
    private readonly rechecks: Rechecks,
    private readonly begin: BeginRecheck,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/v1/admin/rechecks',
    allow: ['exam-manager', 'administrator', 'auditor'],
    object: 'any',
    returns: recheckOverviewSchema,
    summary: { zh: '已颁发证书的复核', en: 'Re-checks of what was issued' },
  })
  overview() {
    return this.rechecks.overview();
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/admin/recheck-faults',
    allow: ['exam-manager', 'administrator', 'auditor'],
    object: 'any',
    query: faultsQuery,
    returns: pageOf(recheckFaultSchema, 'RecheckFaultPage'),
    summary: { zh: '复核发现的问题', en: 'Faults that re-checks came upon' },
  })
  faults(@Query() query: z.infer<typeof faultsQuery>) {
    return this.rechecks.faults(query);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/admin/rechecks',
    allow: ['administrator', 'auditor'],
    object: 'any',
    summary: { zh: '立即复核全部证书', en: 'Examine everything now' },
  })
  now(@Who() who: Principal): Promise<void> {
    return this.begin.run(who);
  }
}
