import { Body, Controller, Param } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import type { Principal } from '@hz/kernel';
import { Endpoint, StuckDeliveries, UnitOfWork, Who } from '@hz/platform';
import { z } from 'zod';

const MAX_ROWS = 200;
const stuck = z
  .object({
    outboxId: z.string(),
    job: z.string(),
    event: z.string(),
    key: z.string(),
    attempts: z.int(),
    error: z.string(),
    stuckAt: z.number(),
  })
  .meta({ id: 'StuckDelivery' });
const retry = z.object({ job: z.string().min(1).max(100) }).meta({ id: 'RetryDelivery' });

@Controller()
export class OutboxController {
  constructor(
    private readonly deliveries: StuckDeliveries,
    private readonly uow: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/v1/outbox/stuck',
    allow: ['administrator'],
    object: 'any',
    returns: z.object({ rows: z.array(stuck) }).meta({ id: 'StuckDeliveryList' }),
    summary: { zh: '查看彻底失败的后续任务', en: 'List the deliveries that failed for good' },
  })
  async list() {
    return { rows: await this.deliveries.list(MAX_ROWS) };
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/outbox/:id/retry',
    allow: ['administrator'],
    object: 'any',
    params: z.object({ id: z.string().regex(/^\d{1,18}$/) }),
    body: retry,
    summary: { zh: '重新投递', en: 'Deliver again' },
  })
  async retry(@Who() who: Principal, @Param('id') id: string, @Body() { job }: z.infer<typeof retry>) {
    await this.uow.run(async (tx) => {
      await this.deliveries.retry(tx, id, job);
      await this.audit.record(tx, who, 'platform.delivery-retried', { type: 'outbox', id }, { job });
    });
  }
}
