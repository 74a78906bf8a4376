import { Controller, Param } from '@nestjs/common';
import { Endpoint } from '@hz/platform';
import { FrameworkPages } from '../application/framework-pages.query';
import { frameworkViewSchema, roleViewSchema } from '../contract';

@Controller()
export class FrameworkController {
  constructor(private readonly pages: FrameworkPages) {}

  @Endpoint({
    method: 'GET',
    path: '/api/v1/framework',
    allow: 'public',
    object: 'any',
    returns: frameworkViewSchema,
    summary: { zh: '能力体系：领域、方向、岗位与等级', en: 'The framework: domains, directions, roles and levels' },
  })
  overview() {
    return this.pages.overview();
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/framework/roles/:id',
    allow: 'public',
    object: 'any',
    returns: roleViewSchema,
    summary: { zh: '岗位的职责与技能', en: 'A role with its duties and skills' },
  })
  role(@Param('id') id: string) {
    return this.pages.role(id);
  }
}
