import { Controller, Param } from '@nestjs/common';
import type { SessionId } from '@hz/kernel';
import { Endpoint } from '@hz/platform';
import { z } from 'zod';
import { Incidents } from '../application/incidents.query';
import { PlatformStatuses } from '../application/platform-status.query';
import { SessionReports } from '../application/session-report.query';
import { platformStatusSchema, resitListSchema, sessionReportSchema } from '../contract';

const params = z.object({ id: z.uuid() });

@Controller()
export class ExamDayController {
  constructor(
    private readonly statuses: PlatformStatuses,
    private readonly reports: SessionReports,
    private readonly incidents: Incidents,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/v1/status',
    allow: 'public',
    object: 'none',
    returns: platformStatusSchema,
    summary: { zh: '平台状态与近期事件', en: 'How the platform is doing, and its latest incidents' },
  })
  status() {
    return this.statuses.now();
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/sessions/:id/resits',
    allow: ['exam-manager'],
    object: 'any',
    params,
    returns: resitListSchema,
    summary: { zh: '补考名单', en: 'Who sits again' },
  })
  async resits(@Param('id') id: SessionId) {
    return { rows: await this.incidents.resits(id) };
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/sessions/:id/report',
    allow: ['exam-manager'],
    object: 'any',
    params,
    returns: sessionReportSchema,
    summary: { zh: '考务报告', en: 'The report of a sitting' },
  })
  report(@Param('id') id: SessionId) {
    return this.reports.of(id);
  }
}
