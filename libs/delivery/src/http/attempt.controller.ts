import { Body, Controller, Param } from '@nestjs/common';
import { Clock, type AttemptId, type Principal, type RegistrationId, type SessionId } from '@hz/kernel';
import { Endpoint, Who } from '@hz/platform';
import { z } from 'zod';
import { Attempts } from '../application/attempts';
import { Evidence } from '../application/evidence';
import { EnterAttempt } from '../application/enter-attempt.command';
import { OwnAttempts } from '../application/own-attempts';
import { StartAttempt } from '../application/start-attempt.command';
import {
  attemptListSchema,
  attemptViewSchema,
  evidenceSchema,
  liveAttemptsSchema,
  serverTimeSchema,
  startedSchema,
  startSchema,
  takeOverSchema,
  type StartInput,
} from '../contract';

const params = z.object({ id: z.uuid() });

@Controller()
export class AttemptController {
  constructor(
    private readonly enter: EnterAttempt,
    private readonly starting: StartAttempt,
    private readonly own: OwnAttempts,
    private readonly attempts: Attempts,
    private readonly evidence: Evidence,
    private readonly clock: Clock,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/v1/server-time',
    allow: 'public',
    object: 'none',
    returns: serverTimeSchema,
    summary: { zh: '服务器时间', en: "The server's time" },
  })
  time() {
    return { serverTime: this.clock.now() };
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/registrations/:id/attempt',
    allow: ['candidate'],
    object: 'own',
    params,
    returns: attemptViewSchema,
    summary: { zh: '进入候考页面', en: 'Enter the waiting room' },
  })
  prepare(@Who() who: Principal, @Param('id') id: RegistrationId) {
    return this.enter.run(who, id);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/me/attempts',
    allow: ['candidate'],
    object: 'own',
    returns: attemptListSchema,
    summary: { zh: '我的考试', en: "One's own attempts" },
  })
  async mine(@Who() who: Principal) {
    return { rows: await this.own.list(who) };
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/attempts/:id',
    allow: ['candidate'],
    object: 'own',
    params,
    returns: attemptViewSchema,
    summary: { zh: '考试状态与时间', en: 'State and times of an attempt' },
  })
  view(@Who() who: Principal, @Param('id') id: AttemptId) {
    return this.own.view(who, id);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/attempts/:id/start',
    allow: ['candidate'],
    object: 'own',
    params,
    body: startSchema,
    returns: startedSchema,
    summary: { zh: '开始作答（或继续）', en: 'Start the attempt, or go on with it' },
  })
  start(@Who() who: Principal, @Param('id') id: AttemptId, @Body() { pageId, pageKey }: StartInput) {
    return this.starting.run(who, id, { pageId, pageKey });
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/attempts/:id/lease',
    allow: ['candidate'],
    object: 'own',
    params,
    body: takeOverSchema,
    returns: startedSchema,
    summary: { zh: '在此设备上继续作答', en: 'Take the writing over on this device' },
  })
  takeOver(@Who() who: Principal, @Param('id') id: AttemptId, @Body() page: z.infer<typeof takeOverSchema>) {
    return this.starting.takeOver(who, id, page);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/sessions/:id/attempts',
    allow: ['exam-manager', 'invigilator'],
    object: 'any',
    params,
    returns: liveAttemptsSchema,
    summary: { zh: '考场实况', en: 'The attempts of a session, live' },
  })
  live(@Param('id') id: SessionId) {
    return this.attempts.live(id);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/attempts/:id/evidence',
    allow: ['exam-manager', 'invigilator'],
    object: 'any',
    params,
    returns: evidenceSchema,
    summary: { zh: '考试过程记录与未接受的答案', en: 'What happened in an attempt, and what was refused of it' },
  })
  evidenceOf(@Who() who: Principal, @Param('id') id: AttemptId) {
    return this.evidence.of(who, id);
  }
}
