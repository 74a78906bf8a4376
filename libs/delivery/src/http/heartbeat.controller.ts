import { Controller } from '@nestjs/common';
import type { AttemptId } from '@hz/kernel';
import { Endpoint, type HotCall } from '@hz/platform';
import { z } from 'zod';
import { Heartbeats } from '../application/heartbeats';
import { heartbeatReplySchema, heartbeatSchema, type HeartbeatInput } from '../contract';

@Controller()
export class HeartbeatController {
  constructor(private readonly heartbeats: Heartbeats) {}

  /** Hot, because in the middle of an exam pages beat more often than they save. */
  @Endpoint({
    method: 'POST',
    path: '/api/v1/attempts/:id/heartbeat',
    allow: ['candidate'],
    object: 'own',
    params: z.object({ id: z.uuid() }),
    body: heartbeatSchema,
    returns: heartbeatReplySchema,
    hot: true,
    summary: { zh: '保持联系，并取得考试状态与时间', en: 'Keep contact, and learn how the attempt stands' },
  })
  beat({ who, params: { id }, body }: HotCall<HeartbeatInput, { id: AttemptId }>) {
    return this.heartbeats.beat(who, id, body);
  }
}
