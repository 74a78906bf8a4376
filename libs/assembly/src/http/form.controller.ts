import { Controller, Param, Query } from '@nestjs/common';
import type { FormId, Principal } from '@hz/kernel';
import { Endpoint, Who } from '@hz/platform';
import { z } from 'zod';
import { Forms } from '../application/forms';
import { PublishForm } from '../application/publish-form.command';
import { formFilterSchema, formListSchema, formViewSchema, type FormFilter } from '../contract';

const MAKERS = ['exam-manager', 'author', 'reviewer'] as const;
const params = z.object({ id: z.uuid() });

@Controller()
export class FormController {
  constructor(
    private readonly forms: Forms,
    private readonly publish: PublishForm,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/v1/forms',
    allow: MAKERS,
    object: 'any',
    query: formFilterSchema,
    returns: formListSchema,
    summary: { zh: '试卷列表', en: 'List the forms' },
  })
  async list(@Query() filter: FormFilter) {
    return { rows: await this.forms.list(filter) };
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/forms/:id',
    allow: MAKERS,
    object: 'any',
    params,
    returns: formViewSchema,
    summary: { zh: '预览试卷（不含答案）', en: 'Preview a form, without keys' },
  })
  view(@Param('id') id: FormId) {
    return this.forms.view(id);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/forms/:id/publication',
    allow: ['exam-manager'],
    object: 'any',
    params,
    summary: { zh: '发布试卷（此后不可更改）', en: 'Publish a form; it is frozen from then on' },
  })
  publishForm(@Who() who: Principal, @Param('id') formId: FormId): Promise<void> {
    return this.publish.run(who, { formId });
  }
}
