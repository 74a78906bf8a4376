import { Body, Controller, Param } from '@nestjs/common';
import type { AttemptId, Principal } from '@hz/kernel';
import { Endpoint, Who } from '@hz/platform';
import { z } from 'zod';
import { Heartbeats } from '../application/heartbeats';
import { heartbeatReplySchema, heartbeatSchema, type HeartbeatInput } from '../contract';

@Controller()
export class HeartbeatController {
  constructor(private readonly heartbeats: Heartbeats) {}

  @Endpoint({
    method: 'POST',
    path: '/api/v1/attempts/:id/heartbeat',
    allow: ['candidate'],
    object: 'own',
    params: z.object({ id: z.uuid() }),
    body: heartbeatSchema,
    returns: heartbeatReplySchema,
    summary: { zh: '保持联系，并取得考试状态与时间', en: 'Keep contact, and learn how the attempt stands' },
  })
  beat(@Who() who: Principal, @Param('id') id: AttemptId, @Body() body: HeartbeatInput) {
    return this.heartbeats.beat(who, id, body);
  }
}
