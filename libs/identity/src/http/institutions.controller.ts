import { Body, Controller, Param, Query } from '@nestjs/common';
import type { ApiKeyId, InstitutionId, Principal } from '@hz/kernel';
import { Endpoint, pageOf, pageQuery, Who } from '@hz/platform';
import { z } from 'zod';
import { ApiKeys } from '../application/api-keys';
import { Institutions } from '../application/institutions';
import {
  apiKeyListSchema,
  createApiKeySchema,
  createInstitutionSchema,
  institutionListSchema,
  institutionPersonSchema,
  institutionSchema,
  newApiKeySchema,
  rotateApiKeySchema,
  type CreateApiKeyInput,
  type RotateApiKeyInput,
} from '../contract';

const params = z.object({ id: z.uuid() });
const keyParams = z.object({ id: z.uuid(), keyId: z.uuid() });
const peopleQuery = pageQuery.extend({ search: z.string().trim().max(80).optional() });

@Controller()
export class InstitutionsController {
  constructor(
    private readonly institutions: Institutions,
    private readonly apiKeys: ApiKeys,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/v1/institutions',
    allow: ['administrator', 'exam-manager'],
    object: 'any',
    returns: institutionListSchema,
    summary: { zh: '查看机构', en: 'List the institutions' },
  })
  async list() {
    return { rows: await this.institutions.list() };
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/institutions',
    allow: ['administrator'],
    object: 'any',
    body: createInstitutionSchema,
    returns: institutionSchema,
    status: 201,
    summary: { zh: '新增机构', en: 'Add an institution' },
  })
  create(@Who() who: Principal, @Body() body: z.infer<typeof createInstitutionSchema>) {
    return this.institutions.create(who, body);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/institutions/:id/people',
    allow: ['institution-clerk', 'administrator'],
    object: 'own-institution',
    params,
    query: peopleQuery,
    returns: pageOf(institutionPersonSchema, 'InstitutionPersonPage'),
    summary: { zh: '查看本机构人员', en: "List the institution's people" },
  })
  people(@Who() who: Principal, @Param('id') id: InstitutionId, @Query() query: z.infer<typeof peopleQuery>) {
    return this.institutions.peopleOf(who, id, query);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/institutions/:id/api-keys',
    allow: ['institution-clerk', 'administrator'],
    object: 'own-institution',
    params,
    returns: apiKeyListSchema,
    summary: { zh: '查看接口密钥', en: 'List the API keys' },
  })
  async keys(@Who() who: Principal, @Param('id') id: InstitutionId) {
    return { rows: await this.apiKeys.list(who, id) };
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/institutions/:id/api-keys',
    allow: ['institution-clerk', 'administrator'],
    object: 'own-institution',
    params,
    body: createApiKeySchema,
    returns: newApiKeySchema,
    status: 201,
    summary: { zh: '新建接口密钥（只显示一次）', en: 'Make an API key; it is shown once' },
  })
  createKey(@Who() who: Principal, @Param('id') id: InstitutionId, @Body() body: CreateApiKeyInput) {
    return this.apiKeys.create(who, id, body);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/institutions/:id/api-keys/:keyId/rotation',
    allow: ['institution-clerk', 'administrator'],
    object: 'own-institution',
    params: keyParams,
    body: rotateApiKeySchema,
    returns: newApiKeySchema,
    status: 201,
    summary: {
      zh: '轮换接口密钥：新旧两个密钥在重叠期内都有效',
      en: 'Replace an API key by a new one; both work during the overlap',
    },
  })
  rotateKey(
    @Who() who: Principal,
    @Param() { id, keyId }: { id: InstitutionId; keyId: ApiKeyId },
    @Body() body: RotateApiKeyInput,
  ) {
    return this.apiKeys.rotate(who, id, keyId, body);
  }

  @Endpoint({
    method: 'DELETE',
    path: '/api/v1/institutions/:id/api-keys/:keyId',
    allow: ['institution-clerk', 'administrator'],
    object: 'own-institution',
    params: keyParams,
    summary: { zh: '撤销接口密钥', en: 'Revoke an API key' },
  })
  revokeKey(@Who() who: Principal, @Param() { id, keyId }: { id: InstitutionId; keyId: ApiKeyId }): Promise<void> {
    return this.apiKeys.revoke(who, id, keyId);
  }
}
