import { Body, Controller, Param, Query, Res } from '@nestjs/common';
import type { InstitutionId, Principal, RegistrationId, SessionId } from '@hz/kernel';
import { Endpoint, pageOf, pageQuery, Who } from '@hz/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Register } from '../application/register.command';
import { Registrations } from '../application/registrations';
import { Rosters } from '../application/rosters.query';
import { Ticket } from '../application/ticket.query';
import {
  institutionRegistrationSchema,
  myRegistrationSchema,
  myRegistrationsSchema,
  registerSchema,
  rosterFilterShape,
  rosterRowSchema,
  type Register as RegisterInput,
} from '../contract';
import { csvFile } from '../domain/csv';

const params = z.object({ id: z.uuid() });
const filter = z.object(rosterFilterShape);
// A room is read at a glance, so a page of the roster is larger than others.
const pagedFilter = pageQuery.extend({
  ...rosterFilterShape,
  limit: z.coerce.number().int().min(1).max(1_000).default(500),
});
const RUNNERS = ['exam-manager', 'invigilator'] as const;
const HEAD = [
  '座位 Seat',
  '准考证号 Ticket',
  '姓名 Name',
  '状态 Status',
  '加时% Extra time',
  '休息分钟 Breaks',
  '报名时间 Registered (UTC)',
];

@Controller()
export class RegistrationController {
  constructor(
    private readonly register: Register,
    private readonly registrations: Registrations,
    private readonly rosters: Rosters,
    private readonly ticket: Ticket,
  ) {}

  @Endpoint({
    method: 'POST',
    path: '/api/v1/sessions/:id/registrations',
    allow: ['candidate'],
    object: 'own',
    params,
    body: registerSchema,
    returns: myRegistrationSchema,
    status: 201,
    summary: { zh: '报名', en: 'Register for a session' },
  })
  async create(@Who() who: Principal, @Param('id') sessionId: SessionId, @Body() body: RegisterInput) {
    const id = await this.register.run(who, sessionId, body);
    const { row } = await this.registrations.own(who, id);
    return (await this.registrations.mine(row.personId)).find((registration) => registration.id === id);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/me/registrations',
    allow: ['candidate'],
    object: 'own',
    returns: myRegistrationsSchema,
    summary: { zh: '我的报名', en: "One's own registrations" },
  })
  async mine(@Who() who: Principal) {
    return { rows: who.via === 'login' ? await this.registrations.mine(who.personId) : [] };
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/registrations/:id/ticket.pdf',
    allow: ['candidate'],
    object: 'own',
    params,
    produces: 'application/pdf',
    summary: { zh: '下载准考证', en: 'Download the admission ticket' },
  })
  async ticketPdf(@Who() who: Principal, @Param('id') id: RegistrationId, @Res() reply: FastifyReply) {
    const pdf = await this.ticket.pdf(who, id);
    return reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename="ticket-${id.slice(-8)}.pdf"`)
      .send(pdf);
  }

  @Endpoint({
    method: 'DELETE',
    path: '/api/v1/registrations/:id',
    allow: ['candidate'],
    object: 'own',
    params,
    summary: { zh: '退出报名', en: 'Withdraw from a session' },
  })
  withdraw(@Who() who: Principal, @Param('id') id: RegistrationId): Promise<void> {
    return this.registrations.withdraw(who, id);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/sessions/:id/registrations',
    allow: RUNNERS,
    object: 'any',
    params,
    query: pagedFilter,
    returns: pageOf(rosterRowSchema, 'Roster'),
    summary: { zh: '考生名单', en: 'The roster of a session' },
  })
  roster(@Param('id') id: SessionId, @Query() query: z.infer<typeof pagedFilter>) {
    return this.rosters.page(id, query);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/sessions/:id/registrations.csv',
    allow: RUNNERS,
    object: 'any',
    params,
    query: filter,
    produces: 'text/csv',
    summary: { zh: '导出考生名单', en: 'Export the roster' },
  })
  async rosterCsv(@Param('id') id: SessionId, @Query() query: z.infer<typeof filter>, @Res() reply: FastifyReply) {
    const rows = await this.rosters.all(id, query);
    const lines = rows.map((row) => [
      row.seatNo,
      row.ticketNo,
      row.name,
      row.status,
      row.accommodation.extraTimePercent,
      row.accommodation.breakMinutes,
      new Date(row.registeredAt).toISOString(),
    ]);
    const file = csvFile([HEAD, ...lines]);
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="roster.csv"')
      .send(file);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/institutions/:id/registrations',
    allow: ['institution-clerk', 'administrator'],
    object: 'own-institution',
    params,
    query: pageQuery,
    returns: pageOf(institutionRegistrationSchema, 'InstitutionRegistrations'),
    summary: { zh: '本机构人员的报名', en: "The registrations of the institution's people" },
  })
  ofInstitution(@Who() who: Principal, @Param('id') id: InstitutionId, @Query() query: z.infer<typeof pageQuery>) {
    return this.rosters.ofInstitution(who, id, query);
  }
}
