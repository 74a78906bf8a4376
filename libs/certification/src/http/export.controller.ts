import { Readable } from 'node:stream';
import { Body, Controller, Param, Query, Res } from '@nestjs/common';
import type { Principal } from '@hz/kernel';
import { Endpoint, Who } from '@hz/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { CertificateExports } from '../application/export/certificate-exports';
import { ExportMappings } from '../application/export/export-mappings';
import {
  ENCODINGS,
  exportMappingInputSchema,
  exportMappingSchema,
  exportMappingsSchema,
  exportPreviewInputSchema,
  exportPreviewSchema,
  exportScopeShape,
  type ExportEncoding,
  type ExportMappingInput,
  type ExportPreviewInput,
} from '../contract';

const byId = z.object({ id: z.uuid() });
const scope = z.object(exportScopeShape);
const outcomesQuery = scope.extend({ encoding: z.enum(ENCODINGS).default('utf-8') });

@Controller()
export class ExportController {
  constructor(
    private readonly mappings: ExportMappings,
    private readonly exports: CertificateExports,
  ) {}

  @Endpoint({
    method: 'GET',
    path: '/api/v1/admin/export-mappings',
    allow: ['administrator'],
    object: 'any',
    returns: exportMappingsSchema,
    summary: { zh: '导出映射', en: 'Mappings of exports' },
  })
  async list() {
    return { rows: await this.mappings.list() };
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/admin/export-mappings',
    allow: ['administrator'],
    object: 'none',
    body: exportMappingInputSchema,
    returns: exportMappingSchema,
    status: 201,
    summary: { zh: '新建导出映射', en: 'Add a mapping' },
  })
  add(@Who() who: Principal, @Body() body: ExportMappingInput) {
    return this.mappings.add(who, body);
  }

  @Endpoint({
    method: 'PUT',
    path: '/api/v1/admin/export-mappings/:id',
    allow: ['administrator'],
    object: 'any',
    params: byId,
    body: exportMappingInputSchema,
    returns: exportMappingSchema,
    summary: { zh: '修改导出映射', en: 'Change a mapping' },
  })
  change(@Who() who: Principal, @Param() { id }: z.infer<typeof byId>, @Body() body: ExportMappingInput) {
    return this.mappings.change(who, id, body);
  }

  @Endpoint({
    method: 'DELETE',
    path: '/api/v1/admin/export-mappings/:id',
    allow: ['administrator'],
    object: 'any',
    params: byId,
    summary: { zh: '删除导出映射', en: 'Remove a mapping' },
  })
  remove(@Who() who: Principal, @Param() { id }: z.infer<typeof byId>) {
    return this.mappings.remove(who, id);
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/admin/certificate-exports/preview',
    allow: ['administrator'],
    object: 'any',
    body: exportPreviewInputSchema,
    returns: exportPreviewSchema,
    summary: { zh: '预览导出', en: 'Preview an export' },
  })
  preview(@Who() who: Principal, @Body() body: ExportPreviewInput) {
    return this.exports.preview(who, body);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/admin/certificate-exports/learning-outcomes',
    allow: ['administrator'],
    object: 'any',
    query: outcomesQuery,
    produces: 'text/csv',
    summary: { zh: '导出学习成果（学分银行）', en: 'Export learning outcomes' },
  })
  async outcomes(
    @Who() who: Principal,
    @Query() { encoding, ...wanted }: z.infer<typeof outcomesQuery>,
    @Res() reply: FastifyReply,
  ) {
    return sent(reply, await this.exports.learningOutcomes(who, encoding, wanted), 'learning-outcomes', encoding);
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/admin/export-mappings/:id/file',
    allow: ['administrator'],
    object: 'any',
    params: byId,
    query: scope,
    produces: 'text/csv',
    summary: { zh: '按映射导出证书', en: 'Export certificates by a mapping' },
  })
  async file(
    @Who() who: Principal,
    @Param() { id }: z.infer<typeof byId>,
    @Query() wanted: z.infer<typeof scope>,
    @Res() reply: FastifyReply,
  ) {
    const { lines, encoding } = await this.exports.mapped(who, id, wanted);
    return sent(reply, lines, 'certificates', encoding);
  }
}

function sent(reply: FastifyReply, lines: AsyncIterable<Buffer>, name: string, encoding: ExportEncoding) {
  return reply
    .type(`text/csv; charset=${encoding}`)
    .header('content-disposition', `attachment; filename="${name}.csv"`)
    .header('cache-control', 'no-store')
    .send(Readable.from(lines));
}
