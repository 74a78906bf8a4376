import { Controller, Res } from '@nestjs/common';
import { Endpoint } from '@hz/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Readiness, readinessReport } from './readiness';

const live = z.object({ status: z.literal('live') }).meta({ id: 'Liveness' });

@Controller()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Endpoint({
    method: 'GET',
    path: '/health/live',
    allow: 'public',
    object: 'none',
    returns: live,
    summary: { zh: '进程是否存活', en: 'Whether the process is alive' },
  })
  live() {
    return { status: 'live' as const };
  }

  @Endpoint({
    method: 'GET',
    path: '/health/ready',
    allow: 'public',
    object: 'none',
    returns: readinessReport,
    summary: {
      zh: '是否可以提供服务：数据库、持久化设置、队列',
      en: 'Whether it can serve: database, durability, queue',
    },
  })
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const report = await this.readiness.run();
    if (report.status === 'unavailable') void reply.status(503);
    return report;
  }
}
