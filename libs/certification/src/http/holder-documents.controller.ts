import { Controller, Param, Res } from '@nestjs/common';
import type { Principal } from '@hz/kernel';
import { Endpoint, Who } from '@hz/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { HolderDocuments } from '../application/holder/holder-documents.query';

const byNumber = z.object({ number: z.string().regex(/^[0-9A-Z-]{1,60}$/) });
const PATH = '/api/v1/me/certificates/:number';
const LIMIT = { by: 'caller', max: 30, windowSeconds: 60 } as const;

@Controller()
export class HolderDocumentsController {
  constructor(private readonly documents: HolderDocuments) {}

  @Endpoint({
    ...{ method: 'GET', path: `${PATH}/score-report`, allow: 'signed-in', object: 'own', params: byNumber },
    ...{ produces: 'application/pdf', limit: LIMIT },
    summary: { zh: '我的成绩单（PDF）', en: 'My score report as a signed PDF' },
  })
  async scoreReport(@Who() who: Principal, @Param() { number }: z.infer<typeof byNumber>, @Res() reply: FastifyReply) {
    return sent(reply, `${number}-scores`, await this.documents.scoreReport(who, number));
  }

  @Endpoint({
    ...{ method: 'GET', path: `${PATH}/registration-card`, allow: 'signed-in', object: 'own', params: byNumber },
    ...{ produces: 'application/pdf', limit: LIMIT },
    summary: { zh: '我的证书注册卡（PDF）', en: 'My registration card as a signed PDF' },
  })
  async card(@Who() who: Principal, @Param() { number }: z.infer<typeof byNumber>, @Res() reply: FastifyReply) {
    return sent(reply, `${number}-card`, await this.documents.registrationCard(who, number));
  }
}

function sent(reply: FastifyReply, name: string, pdf: Buffer): FastifyReply {
  return reply
    .type('application/pdf')
    .header('content-disposition', `inline; filename="${name}.pdf"`)
    .header('cache-control', 'private, no-cache')
    .send(pdf);
}
