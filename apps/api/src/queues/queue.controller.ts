import { Controller, Param, Query } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import type { Principal } from '@hz/kernel';
import { Endpoint, UnitOfWork, Who } from '@hz/platform';
import { z } from 'zod';
import { JOB_STATES, jobView, QueueDashboard, queueView } from './queue-dashboard';

const queueName = z.string().regex(/^[a-z-]{1,40}$/);
const jobsQuery = z.object({ state: z.enum(JOB_STATES).default('waiting') });
const jobParams = z.object({ name: queueName, id: z.string().max(200) });

@Controller()
export class QueueController {
  constructor(
    private readonly dashboard: QueueDashboard,
    private readonly uow: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/v1/queues',
    allow: ['administrator'],
    object: 'any',
    returns: z.object({ rows: z.array(queueView) }).meta({ id: 'QueueList' }),
    summary: { zh: '查看队列', en: 'List the queues' },
  })
  async list() {
    return { rows: await this.dashboard.list() };
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/queues/:name/jobs',
    allow: ['administrator'],
    object: 'any',
    params: z.object({ name: queueName }),
    query: jobsQuery,
    returns: z.object({ rows: z.array(jobView) }).meta({ id: 'QueueJobList' }),
    summary: { zh: '查看队列中的任务', en: 'List the jobs of a queue' },
  })
  async jobs(@Param('name') name: string, @Query() { state }: z.infer<typeof jobsQuery>) {
    return { rows: await this.dashboard.jobs(name, state) };
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/queues/:name/jobs/:id/retry',
    allow: ['administrator'],
    object: 'any',
    params: jobParams,
    summary: { zh: '重试失败的任务', en: 'Run a failed job again' },
  })
  async retry(@Who() who: Principal, @Param() { name, id }: z.infer<typeof jobParams>) {
    await this.dashboard.retry(name, id);
    await this.uow.run((tx) =>
      this.audit.record(tx, who, 'platform.job-retried', { type: 'job', id }, { queue: name }),
    );
  }
}
