import { Controller, Param, Res } from '@nestjs/common';
import type { Principal, SessionId } from '@hz/kernel';
import { Endpoint, Who } from '@hz/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Cohort } from '../application/cohort/cohort.query';
import { PrintedDocuments } from '../application/printed-documents.query';
import { cohortProgressSchema } from '../contract';

const byFile = z.object({ file: z.string().regex(/^[0-9a-f]{64}\.pdf$/) });
const bySession = z.object({ sessionId: z.uuid() });
const SESSION = '/api/v1/admin/sessions/:sessionId/certificates';

@Controller()
export class DocumentsController {
  constructor(
    private readonly documents: PrintedDocuments,
    private readonly cohort: Cohort,
  ) {}

  @Endpoint({
    ...{ method: 'GET', path: '/documents/:file', allow: 'public', object: 'none', params: byFile },
    produces: 'application/pdf',
    summary: { zh: '按内容哈希取证书 PDF', en: 'A certificate as PDF, by the hash of its bytes' },
  })
  async document(@Param() { file }: z.infer<typeof byFile>, @Res() reply: FastifyReply) {
    const { number, bytes } = await this.documents.byHash(file.slice(0, 64));
    // The address is the hash of the file: nobody can guess it, and what it leads to can never be another file.
    return reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename="${number}.pdf"`)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('x-robots-tag', 'noindex')
      .header('referrer-policy', 'no-referrer')
      .send(bytes);
  }

  @Endpoint({
    ...{ method: 'GET', path: SESSION, allow: ['exam-manager', 'administrator'], object: 'any', params: bySession },
    returns: cohortProgressSchema,
    summary: { zh: '本场次证书的签发进度', en: 'How far the certificates of a session are' },
  })
  progress(@Param() { sessionId }: z.infer<typeof bySession>) {
    return this.cohort.progress(sessionId as SessionId);
  }

  @Endpoint({
    ...{ method: 'GET', path: `${SESSION}/archive`, allow: ['exam-manager', 'administrator'], object: 'any' },
    ...{ params: bySession, produces: 'application/zip' },
    limit: { by: 'caller', max: 20, windowSeconds: 3_600 },
    summary: { zh: '下载本场次的全部证书（ZIP）', en: 'All certificates of a session as one archive' },
  })
  async archive(@Who() who: Principal, @Param() { sessionId }: z.infer<typeof bySession>, @Res() reply: FastifyReply) {
    const { length, stream } = await this.cohort.archive(who, sessionId as SessionId);
    return reply
      .type('application/zip')
      .header('content-length', length)
      .header('content-disposition', `attachment; filename="certificates-${sessionId}.zip"`)
      .header('cache-control', 'private, no-store')
      .send(stream);
  }
}
