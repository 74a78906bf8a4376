import { Controller, Param, Query } from '@nestjs/common';
import { Endpoint } from '@hz/platform';
import { Schemes } from '../application/schemes';
import { schemeFilterSchema, schemeListSchema, schemeViewSchema, type SchemeFilter } from '../contract';

@Controller()
export class SchemeController {
  constructor(private readonly schemes: Schemes) {}

  @Endpoint({
    method: 'GET',
    path: '/api/v1/schemes',
    allow: 'public',
    object: 'any',
    query: schemeFilterSchema,
    returns: schemeListSchema,
    summary: { zh: '已发布的认证方案', en: 'The published certification schemes' },
  })
  async list(@Query() query: SchemeFilter) {
    return { rows: await this.schemes.published(query) };
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/schemes/:id',
    allow: 'public',
    object: 'any',
    returns: schemeViewSchema,
    summary: { zh: '认证方案', en: 'A certification scheme' },
  })
  one(@Param('id') id: string) {
    return this.schemes.byIdOrCode(id);
  }
}
