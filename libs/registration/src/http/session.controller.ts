import { Body, Controller, Param, Query, Req } from '@nestjs/common';
import type { Principal, SessionId } from '@hz/kernel';
import { Endpoint, Who, type RequestWithPrincipal } from '@hz/platform';
import { z } from 'zod';
import { EndSession } from '../application/end-session.command';
import { OpenSession } from '../application/open-session.command';
import { PlanSession } from '../application/plan-session.command';
import { Sessions } from '../application/sessions';
import {
  cancellationSchema,
  closingSchema,
  sessionChangeSchema,
  sessionDraftSchema,
  sessionFilterShape,
  sessionViewSchema,
  type SessionChange,
  type SessionDraft,
} from '../contract';

const params = z.object({ id: z.uuid() });
const filter = z.object(sessionFilterShape);
const list = z.object({ rows: z.array(sessionViewSchema) }).meta({ id: 'SessionList' });
const MANAGER = ['exam-manager'] as const;

@Controller()
export class SessionController {
  constructor(
    private readonly sessions: Sessions,
    private readonly plan: PlanSession,
    private readonly open: OpenSession,
    private readonly ending: EndSession,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/v1/sessions',
    allow: 'public',
    object: 'any',
    query: filter,
    returns: list,
    summary: { zh: '考试场次（草稿仅考务可见）', en: 'List the sessions; drafts are for those who run exams' },
  })
  async list(@Req() { principal }: RequestWithPrincipal, @Query() query: z.infer<typeof filter>) {
    return { rows: await this.sessions.list(principal ?? null, query) };
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/sessions/:id',
    allow: 'public',
    object: 'any',
    params,
    returns: sessionViewSchema,
    summary: { zh: '查看场次', en: 'See a session' },
  })
  view(@Req() { principal }: RequestWithPrincipal, @Param('id') id: SessionId) {
    return this.sessions.view(principal ?? null, id);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/sessions',
    allow: MANAGER,
    object: 'any',
    body: sessionDraftSchema,
    returns: sessionViewSchema,
    status: 201,
    summary: { zh: '新建场次', en: 'Plan a session' },
  })
  async create(@Who() who: Principal, @Body() draft: SessionDraft) {
    return this.sessions.view(who, await this.plan.create(who, draft));
  }

  @Endpoint({
    method: 'PATCH',
    path: '/api/v1/sessions/:id',
    allow: MANAGER,
    object: 'any',
    params,
    body: sessionChangeSchema,
    returns: sessionViewSchema,
    summary: { zh: '修改草稿场次', en: 'Change a session that is a draft' },
  })
  async change(@Who() who: Principal, @Param('id') id: SessionId, @Body() change: SessionChange) {
    await this.plan.change(who, id, change);
    return this.sessions.view(who, id);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/sessions/:id/opening',
    allow: MANAGER,
    object: 'any',
    params,
    summary: { zh: '开放场次', en: 'Open a session' },
  })
  openSession(@Who() who: Principal, @Param('id') id: SessionId): Promise<void> {
    return this.open.run(who, id);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/sessions/:id/closing',
    allow: MANAGER,
    object: 'any',
    params,
    body: closingSchema,
    summary: { zh: '结束场次（不再允许入场）', en: 'Close a session: nobody may start any more' },
  })
  close(
    @Who() who: Principal,
    @Param('id') id: SessionId,
    @Body() { early }: z.infer<typeof closingSchema>,
  ): Promise<void> {
    return this.ending.close(who, id, early);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/sessions/:id/cancellation',
    allow: MANAGER,
    object: 'any',
    params,
    body: cancellationSchema,
    summary: { zh: '取消场次', en: 'Cancel a session' },
  })
  cancel(
    @Who() who: Principal,
    @Param('id') id: SessionId,
    @Body() { reason }: z.infer<typeof cancellationSchema>,
  ): Promise<void> {
    return this.ending.cancel(who, id, reason);
  }
}
