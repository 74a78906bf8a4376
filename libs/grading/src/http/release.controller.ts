import { Controller, Param } from '@nestjs/common';
import type { Principal, SessionId } from '@hz/kernel';
import { Endpoint, Who } from '@hz/platform';
import { z } from 'zod';
import { ReleaseSession } from '../application/release-session.command';
import { SessionGradingQuery } from '../application/session-grading.query';
import { releaseViewSchema, sessionGradingSchema } from '../contract';

const MANAGERS = ['exam-manager'] as const;
const sessionKey = z.object({ id: z.uuid() });

@Controller()
export class ReleaseController {
  constructor(
    private readonly grading: SessionGradingQuery,
    private readonly release: ReleaseSession,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/v1/sessions/:id/grading',
    allow: MANAGERS,
    object: 'any',
    params: sessionKey,
    returns: sessionGradingSchema,
    summary: { zh: '判分与阅卷进度', en: 'Progress of scoring and marking' },
  })
  progress(@Param() { id }: z.infer<typeof sessionKey>) {
    return this.grading.run(id as SessionId);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/sessions/:id/release',
    allow: MANAGERS,
    object: 'any',
    params: sessionKey,
    returns: releaseViewSchema,
    summary: { zh: '发布成绩', en: 'Release the results' },
  })
  publish(@Who() who: Principal, @Param() { id }: z.infer<typeof sessionKey>) {
    return this.release.run(who, id as SessionId);
  }
}
