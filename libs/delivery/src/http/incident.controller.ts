import { Body, Controller, Param } from '@nestjs/common';
import type { IncidentId, Principal, SessionId } from '@hz/kernel';
import { Endpoint, Who } from '@hz/platform';
import { z } from 'zod';
import { ApproveIncident } from '../application/approve-incident.command';
import { ConfirmResits } from '../application/confirm-resits.command';
import { DismissIncident } from '../application/dismiss-incident.command';
import { Incidents } from '../application/incidents.query';
import { OpenIncident } from '../application/open-incident.command';
import {
  approvalSchema,
  dismissalSchema,
  incidentDetailSchema,
  incidentListSchema,
  openIncidentSchema,
  resitConfirmationSchema,
  type ApprovalInput,
  type OpenIncidentInput,
  type ResitConfirmationInput,
} from '../contract';

const params = z.object({ id: z.uuid() });
const MANAGERS = ['exam-manager'] as const;
const STAFF = ['exam-manager', 'invigilator'] as const;

@Controller()
export class IncidentController {
  constructor(
    private readonly incidents: Incidents,
    private readonly opening: OpenIncident,
    private readonly approving: ApproveIncident,
    private readonly dismissing: DismissIncident,
    private readonly confirming: ConfirmResits,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/v1/sessions/:id/incidents',
    allow: STAFF,
    object: 'any',
    params,
    returns: incidentListSchema,
    summary: { zh: '场次的中断与突发事件', en: 'The incidents of a session' },
  })
  list(@Param('id') id: SessionId) {
    return this.incidents.ofSession(id);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/sessions/:id/incidents',
    allow: MANAGERS,
    object: 'any',
    params,
    body: openIncidentSchema,
    returns: incidentDetailSchema,
    status: 201,
    summary: { zh: '登记一个事件', en: 'Open an incident by hand' },
  })
  async open(@Who() who: Principal, @Param('id') id: SessionId, @Body() body: OpenIncidentInput) {
    return this.incidents.detail(await this.opening.run(who, id, body));
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/incidents/:id',
    allow: STAFF,
    object: 'any',
    params,
    returns: incidentDetailSchema,
    summary: { zh: '一个事件及受影响的考生', en: 'An incident and whom it hit' },
  })
  detail(@Param('id') id: IncidentId) {
    return this.incidents.detail(id);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/incidents/:id/approval',
    allow: MANAGERS,
    object: 'any',
    params,
    body: approvalSchema,
    returns: incidentDetailSchema,
    summary: { zh: '批准补偿', en: 'Approve the compensation' },
  })
  async approve(@Who() who: Principal, @Param('id') id: IncidentId, @Body() body: ApprovalInput) {
    await this.approving.run(who, id, body);
    return this.incidents.detail(id);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/incidents/:id/dismissal',
    allow: MANAGERS,
    object: 'any',
    params,
    body: dismissalSchema,
    returns: incidentDetailSchema,
    summary: { zh: '不予补偿', en: 'Dismiss the incident' },
  })
  async dismiss(@Who() who: Principal, @Param('id') id: IncidentId, @Body() { note }: z.infer<typeof dismissalSchema>) {
    await this.dismissing.run(who, id, note);
    return this.incidents.detail(id);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/incidents/:id/resit-confirmation',
    allow: MANAGERS,
    object: 'any',
    params,
    body: resitConfirmationSchema,
    returns: incidentDetailSchema,
    summary: { zh: '确认补考名单', en: 'Confirm the re-sit list' },
  })
  async confirm(@Who() who: Principal, @Param('id') id: IncidentId, @Body() body: ResitConfirmationInput) {
    await this.confirming.run(who, id, body);
    return this.incidents.detail(id);
  }
}
