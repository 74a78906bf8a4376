import { Controller } from '@nestjs/common';
import { Endpoint, openApiDocument, Routes } from '@hz/platform';
import { version } from '../version';

@Controller()
export class DescriptionController {
  constructor(private readonly routes: Routes) {}

  @Endpoint({
    method: 'GET',
    path: '/api/openapi.json',
    allow: 'public',
    object: 'none',
    produces: 'application/json',
    summary: { zh: '接口说明（OpenAPI 3.1）', en: 'The description of this API (OpenAPI 3.1)' },
  })
  document() {
    return openApiDocument(this.routes.all(), version);
  }
}
