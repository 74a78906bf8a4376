import { Controller, Param, Res } from '@nestjs/common';
import type { Principal } from '@hz/kernel';
import { Endpoint, Who } from '@hz/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { MyCertificates } from '../application/my-certificates.query';
import { myCertificatesSchema } from '../contract';

const byNumber = z.object({ number: z.string().regex(/^[0-9A-Z-]{1,60}$/) });

@Controller()
export class MyCertificatesController {
  constructor(private readonly certificates: MyCertificates) {}

  @Endpoint({
    method: 'GET',
    path: '/api/v1/me/certificates',
    allow: 'signed-in',
    object: 'own',
    returns: myCertificatesSchema,
    summary: { zh: '我的证书', en: 'My certificates' },
  })
  async mine(@Who() who: Principal) {
    return { rows: await this.certificates.list(who) };
  }

  @Endpoint({
    method: 'GET',
    path: '/api/v1/me/certificates/:number/pdf',
    allow: 'signed-in',
    object: 'own',
    params: byNumber,
    produces: 'application/pdf',
    summary: { zh: '我的证书（PDF）', en: 'My certificate as a signed PDF' },
  })
  async pdf(@Who() who: Principal, @Param() { number }: z.infer<typeof byNumber>, @Res() reply: FastifyReply) {
    const pdf = await this.certificates.pdf(who, number);
    return reply
      .type('application/pdf')
      .header('content-disposition', `inline; filename="${number}.pdf"`)
      .header('cache-control', 'private, no-cache')
      .send(pdf);
  }
}
