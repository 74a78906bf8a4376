import { Body, Controller, Param, Query } from '@nestjs/common';
import type { Principal } from '@hz/kernel';
import { Endpoint, pageOf, pageQuery, Who } from '@hz/platform';
import { z } from 'zod';
import { Deliveries } from '../application/deliveries';
import { Webhooks } from '../application/webhooks';
import {
  changeWebhookSchema,
  createWebhookSchema,
  deliverySchema,
  newWebhookSchema,
  webhookListSchema,
  webhookSchema,
  type ChangeWebhookInput,
  type CreateWebhookInput,
} from '../contract';

const MANAGE = { apiKey: 'webhooks:manage', orRoles: ['institution-clerk'] } as const;
const params = z.object({ id: z.uuid() });

@Controller()
export class WebhooksController {
  constructor(
    private readonly webhooks: Webhooks,
    private readonly deliveries: Deliveries,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/v1/webhooks',
    allow: MANAGE,
    object: 'own-institution',
    returns: webhookListSchema,
    summary: { zh: '查看通知地址', en: 'List the webhooks' },
  })
  async list(@Who() who: Principal) {
    return { rows: await this.webhooks.list(who) };
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/webhooks',
    allow: MANAGE,
    object: 'own-institution',
    body: createWebhookSchema,
    returns: newWebhookSchema,
    status: 201,
    summary: { zh: '新建通知地址；签名密钥只显示一次', en: 'Make a webhook; its secret is shown once' },
  })
  create(@Who() who: Principal, @Body() body: CreateWebhookInput) {
    return this.webhooks.create(who, body);
  }

  @Endpoint({
    method: 'PATCH',
    path: '/api/v1/webhooks/:id',
    allow: MANAGE,
    object: 'own-institution',
    params,
    body: changeWebhookSchema,
    returns: webhookSchema,
    summary: { zh: '修改、停用或重新启用通知地址', en: 'Change a webhook, or switch it off or on' },
  })
  change(@Who() who: Principal, @Param('id') id: string, @Body() body: ChangeWebhookInput) {
    return this.webhooks.change(who, id, body);
  }

  @Endpoint({
    method: 'DELETE',
    path: '/api/v1/webhooks/:id',
    allow: MANAGE,
    object: 'own-institution',
    params,
    summary: { zh: '删除通知地址及其记录', en: 'Remove a webhook and its log' },
  })
  remove(@Who() who: Principal, @Param('id') id: string): Promise<void> {
    return this.webhooks.remove(who, id);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/webhooks/:id/secret-rotation',
    allow: MANAGE,
    object: 'own-institution',
    params,
    returns: newWebhookSchema,
    summary: { zh: '更换签名密钥；旧密钥一天内同时签名', en: 'A new secret; the earlier one signs too for a day' },
  })
  rotate(@Who() who: Principal, @Param('id') id: string) {
    return this.webhooks.rotateSecret(who, id);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/webhooks/:id/test',
    allow: MANAGE,
    object: 'own-institution',
    params,
    returns: deliverySchema,
    status: 202,
    limit: { by: 'caller', max: 20, windowSeconds: 60 },
    summary: { zh: '发送一条测试通知', en: 'Send a test message' },
  })
  test(@Who() who: Principal, @Param('id') id: string) {
    return this.deliveries.test(who, id);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/webhooks/:id/deliveries',
    allow: MANAGE,
    object: 'own-institution',
    params,
    query: pageQuery,
    returns: pageOf(deliverySchema, 'WebhookDeliveryPage'),
    summary: { zh: '查看投递记录，含每次尝试', en: 'What was sent, with every attempt' },
  })
  log(@Who() who: Principal, @Param('id') id: string, @Query() query: z.infer<typeof pageQuery>) {
    return this.deliveries.page(who, id, query);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/webhook-deliveries/:id/redelivery',
    allow: MANAGE,
    object: 'own-institution',
    params,
    returns: deliverySchema,
    status: 202,
    limit: { by: 'caller', max: 60, windowSeconds: 60 },
    summary: { zh: '重新投递', en: 'Send a message again' },
  })
  again(@Who() who: Principal, @Param('id') id: string) {
    return this.deliveries.again(who, id);
  }
}
