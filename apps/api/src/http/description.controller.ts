import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller } from '@nestjs/common';
import { Endpoint, openApiDocument, repositoryRoot, Routes } from '@hz/platform';

const { version } = JSON.parse(readFileSync(join(repositoryRoot(), 'package.json'), 'utf8')) as { version: string };

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
