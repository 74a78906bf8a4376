import { Body, Controller, Param } from '@nestjs/common';
import type { Principal, SessionId } from '@hz/kernel';
import { Endpoint, Who } from '@hz/platform';
import { z } from 'zod';
import { ResponseFiles } from '../application/response-files';
import { responseFileReportSchema, uploadedFileSchema, type UploadedFile } from '../contract';

const params = z.object({ id: z.uuid() });
const STAFF = ['exam-manager', 'invigilator'] as const;
const LIMIT = { by: 'caller', max: 60, windowSeconds: 60 } as const;

@Controller()
export class ResponseFileController {
  constructor(private readonly files: ResponseFiles) {}

  @Endpoint({
    method: 'POST',
    path: '/api/v1/sessions/:id/response-files/check',
    allow: STAFF,
    object: 'any',
    params,
    body: uploadedFileSchema,
    returns: responseFileReportSchema,
    limit: LIMIT,
    summary: { zh: '核对应急作答文件（不保存）', en: 'Check a response file; nothing is stored' },
  })
  check(@Who() who: Principal, @Param('id') id: SessionId, @Body() { file }: UploadedFile) {
    return this.files.check(who, id, Buffer.from(file, 'base64'));
  }

  @Endpoint({
    method: 'POST',
    path: '/api/v1/sessions/:id/response-files',
    allow: STAFF,
    object: 'any',
    params,
    body: uploadedFileSchema,
    returns: responseFileReportSchema,
    limit: LIMIT,
    summary: { zh: '提交应急作答文件', en: 'Take a response file' },
  })
  take(@Who() who: Principal, @Param('id') id: SessionId, @Body() { file }: UploadedFile) {
    return this.files.take(who, id, Buffer.from(file, 'base64'));
  }
}
