import { Body, Controller, Param } from '@nestjs/common';
import type { BlueprintId, FormId, Principal, SchemeVersionId } from '@hz/kernel';
import { Endpoint, Who } from '@hz/platform';
import { z } from 'zod';
import { AssembleForm } from '../application/assemble-form.command';
import { Blueprints } from '../application/blueprints';
import { EnsureBlueprint } from '../application/ensure-blueprint.command';
import { Forms } from '../application/forms';
import {
  assembleFormSchema,
  blueprintListSchema,
  blueprintViewSchema,
  createBlueprintSchema,
  formOutlineSchema,
  type AssembleFormInput,
  type CreateBlueprintInput,
} from '../contract';

const MAKERS = ['exam-manager', 'author', 'reviewer'] as const;
const params = z.object({ id: z.uuid() });

@Controller()
export class BlueprintController {
  constructor(
    private readonly blueprints: Blueprints,
    private readonly ensure: EnsureBlueprint,
    private readonly assemble: AssembleForm,
    private readonly forms: Forms,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/v1/blueprints',
    allow: MAKERS,
    object: 'any',
    returns: blueprintListSchema,
    summary: { zh: '考试大纲列表', en: 'List the blueprints' },
  })
  async list() {
    return { rows: await this.blueprints.list() };
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/blueprints',
    allow: ['exam-manager'],
    object: 'any',
    body: createBlueprintSchema,
    returns: blueprintViewSchema,
    status: 201,
    summary: { zh: '发布考试大纲（同代码则为新版本）', en: 'Publish a blueprint; the same code makes a new version' },
  })
  async create(@Who() who: Principal, @Body() { code, schemeVersionId, body }: CreateBlueprintInput) {
    const id = await this.ensure.run(who, { code, schemeVersionId: schemeVersionId as SchemeVersionId, body });
    return this.blueprints.one(id);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/blueprints/:id/forms',
    allow: ['exam-manager'],
    object: 'any',
    params,
    body: assembleFormSchema,
    returns: formOutlineSchema,
    status: 201,
    summary: { zh: '按大纲组卷', en: 'Assemble a form from the blueprint' },
  })
  async assembleForm(
    @Who() who: Principal,
    @Param('id') blueprintId: BlueprintId,
    @Body() { seed }: AssembleFormInput,
  ) {
    const id: FormId = await this.assemble.run(who, { blueprintId, seed });
    return this.forms.outline(id);
  }
}
