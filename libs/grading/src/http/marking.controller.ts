import { Body, Controller, Param } from '@nestjs/common';
import type { Principal } from '@hz/kernel';
import { Endpoint, Who } from '@hz/platform';
import { z } from 'zod';
import { ClaimNext } from '../application/claim-next.command';
import { FlagTask } from '../application/flag-task.command';
import { MarkTask } from '../application/mark-task.command';
import { MarkingDesk } from '../application/marking-desk.query';
import { SkipTask } from '../application/skip-task.command';
import { UndoMark } from '../application/undo-mark.command';
import {
  flagTaskSchema,
  markingQueuesSchema,
  markTaskSchema,
  skipTaskSchema,
  taskVersionSchema,
  type FlagTaskInput,
  type MarkTaskInput,
  type SkipTaskInput,
} from '../contract';
import { claimedTaskSchema, markedTaskSchema, markedTasksSchema } from './marking-task';

const MARKERS = ['marker'] as const;
const queueKey = z.object({ sessionId: z.uuid(), itemVersionId: z.uuid() });
const taskKey = z.object({ id: z.uuid() });

@Controller()
export class MarkingController {
  constructor(
    private readonly desk: MarkingDesk,
    private readonly claimNext: ClaimNext,
    private readonly markTask: MarkTask,
    private readonly undoMark: UndoMark,
    private readonly skipTask: SkipTask,
    private readonly flagTask: FlagTask,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/v1/marking/items',
    allow: MARKERS,
    object: 'any',
    returns: markingQueuesSchema,
    summary: { zh: '待阅试题列表', en: 'Queues of open responses by item' },
  })
  async queues(@Who() who: Principal) {
    return { rows: await this.desk.queues(who) };
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/marking/items/:sessionId/:itemVersionId/next',
    allow: MARKERS,
    object: 'any',
    params: queueKey,
    returns: claimedTaskSchema,
    summary: { zh: '领取下一份答卷', en: 'Claim the next script' },
  })
  async next(@Who() who: Principal, @Param() key: z.infer<typeof queueKey>) {
    return { task: await this.claimNext.run(who, key) };
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/marking/mine',
    allow: MARKERS,
    object: 'own',
    returns: markedTasksSchema,
    summary: { zh: '我最近评阅的五份答卷', en: 'The last five scripts that I marked' },
  })
  async mine(@Who() who: Principal) {
    return { rows: await this.desk.mine(who) };
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/marking/tasks/:id',
    allow: MARKERS,
    object: 'own',
    params: taskKey,
    returns: markedTaskSchema,
    summary: { zh: '查看一份答卷及现有评分', en: 'A script with its present mark' },
  })
  one(@Who() who: Principal, @Param() { id }: z.infer<typeof taskKey>) {
    return this.desk.one(who, id);
  }

  @Endpoint({
    method: 'PUT',
    path: '/api/v1/marking/tasks/:id',
    allow: MARKERS,
    object: 'own',
    params: taskKey,
    body: markTaskSchema,
    returns: markedTaskSchema,
    summary: { zh: '评分或修改评分', en: 'Mark a script, or change its mark' },
  })
  mark(@Who() who: Principal, @Param() { id }: z.infer<typeof taskKey>, @Body() body: MarkTaskInput) {
    return this.markTask.run(who, id, body);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/marking/tasks/:id/undo',
    allow: MARKERS,
    object: 'own',
    params: taskKey,
    body: taskVersionSchema,
    returns: markedTaskSchema,
    summary: { zh: '撤回评分', en: 'Take the mark back' },
  })
  undo(
    @Who() who: Principal,
    @Param() { id }: z.infer<typeof taskKey>,
    @Body() body: z.infer<typeof taskVersionSchema>,
  ) {
    return this.undoMark.run(who, id, body);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/marking/tasks/:id/skip',
    allow: MARKERS,
    object: 'own',
    params: taskKey,
    body: skipTaskSchema,
    summary: { zh: '跳过这份答卷', en: 'Pass the script on to another marker' },
  })
  skip(@Who() who: Principal, @Param() { id }: z.infer<typeof taskKey>, @Body() body: SkipTaskInput) {
    return this.skipTask.run(who, id, body);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/marking/tasks/:id/flag',
    allow: MARKERS,
    object: 'own',
    params: taskKey,
    body: flagTaskSchema,
    summary: { zh: '标记答卷供考务查看', en: 'Flag the script for the exam manager' },
  })
  flag(@Who() who: Principal, @Param() { id }: z.infer<typeof taskKey>, @Body() body: FlagTaskInput) {
    return this.flagTask.run(who, id, body);
  }
}
