import { Body, Controller, Param, Res } from '@nestjs/common';
import type { Principal } from '@hz/kernel';
import { Endpoint, Who } from '@hz/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { PublishTemplate, SaveTemplateDraft } from '../application/templates/edit-template.command';
import { TemplateList } from '../application/templates/template-list.query';
import { TemplatePictures } from '../application/templates/template-pictures';
import { TemplatePreview } from '../application/templates/template-preview.query';
import {
  templateBodySchema,
  templateDraftSchema,
  templatePictureInputSchema,
  templatePictureSchema,
  templatePublishedSchema,
  templateRevisionSchema,
  templateScopeSchema,
  templateSummariesSchema,
  templateViewSchema,
  type TemplateBody,
  type TemplateDraft,
} from '../contract';

const PATH = '/api/v1/admin/certificate-templates';
const PICTURES = '/api/v1/admin/certificate-template-pictures';
const byScope = z.object({ scope: templateScopeSchema });
const byHash = z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) });

@Controller()
export class TemplatesController {
  constructor(
    private readonly list: TemplateList,
    private readonly save: SaveTemplateDraft,
    private readonly publish: PublishTemplate,
    private readonly previews: TemplatePreview,
    private readonly pictures: TemplatePictures,
  ) {}

  @Endpoint({
    ...{ method: 'GET', path: PATH, allow: ['administrator'], object: 'any', returns: templateSummariesSchema },
    summary: { zh: '证书模板', en: 'Templates of certificates' },
  })
  async all() {
    return { rows: await this.list.all() };
  }

  @Endpoint({
    ...{ method: 'GET', path: `${PATH}/:scope`, allow: ['administrator'], object: 'any', params: byScope },
    returns: templateViewSchema,
    summary: { zh: '一个证书模板', en: 'A template of certificates' },
  })
  one(@Param() { scope }: z.infer<typeof byScope>) {
    return this.list.one(scope);
  }

  @Endpoint({
    ...{ method: 'PUT', path: `${PATH}/:scope`, allow: ['administrator'], object: 'any', params: byScope },
    ...{ body: templateDraftSchema, returns: templateRevisionSchema },
    summary: { zh: '保存模板草稿', en: 'Save the draft of a template' },
  })
  draft(@Param() { scope }: z.infer<typeof byScope>, @Body() draft: TemplateDraft) {
    return this.save.run(scope, draft);
  }

  @Endpoint({
    ...{ method: 'POST', path: `${PATH}/:scope/publication`, allow: ['administrator'], object: 'any', params: byScope },
    ...{ body: templateRevisionSchema, returns: templatePublishedSchema },
    summary: { zh: '发布模板', en: 'Publish a template' },
  })
  publication(
    @Who() who: Principal,
    @Param() { scope }: z.infer<typeof byScope>,
    @Body() { revision }: z.infer<typeof templateRevisionSchema>,
  ) {
    return this.publish.run(who, scope, revision);
  }

  @Endpoint({
    ...{ method: 'POST', path: `${PATH}/:scope/preview`, allow: ['administrator'], object: 'any', params: byScope },
    ...{ body: templateBodySchema, produces: 'application/pdf' },
    limit: { by: 'caller', max: 120, windowSeconds: 60 },
    summary: { zh: '预览模板', en: 'A template as it will look' },
  })
  async preview(@Param() { scope }: z.infer<typeof byScope>, @Body() body: TemplateBody, @Res() reply: FastifyReply) {
    const pdf = await this.previews.run(scope, body);
    return reply.type('application/pdf').header('cache-control', 'no-store').send(pdf);
  }

  @Endpoint({
    ...{ method: 'POST', path: PICTURES, allow: ['administrator'], object: 'any' },
    ...{ body: templatePictureInputSchema, returns: templatePictureSchema },
    summary: { zh: '上传印章或签名图片', en: 'Add a picture of a seal or a signature' },
  })
  addPicture(@Who() who: Principal, @Body() { content }: z.infer<typeof templatePictureInputSchema>) {
    return this.pictures.add(who, Buffer.from(content, 'base64'));
  }

  @Endpoint({
    ...{ method: 'GET', path: `${PICTURES}/:hash`, allow: ['administrator'], object: 'any', params: byHash },
    produces: 'image/*',
    summary: { zh: '印章或签名图片', en: 'A picture of a seal or a signature' },
  })
  async picture(@Param() { hash }: z.infer<typeof byHash>, @Res() reply: FastifyReply) {
    const { mediaType, bytes } = await this.pictures.one(hash);
    return reply
      .type(mediaType)
      .header('cache-control', 'private, max-age=31536000, immutable')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .send(bytes);
  }
}
