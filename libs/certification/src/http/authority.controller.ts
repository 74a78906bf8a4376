import { Controller, Param, Res } from '@nestjs/common';
import { Endpoint } from '@hz/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { PdfSigningKey } from '../application/pdf-signing-key';

const ROOT = 'root.crt';
const fileName = z.object({ name: z.string().regex(/^(?:root|[0-9a-f]{16})\.crt$/) });

/** The certificates that software must trust to call our PDFs trusted. */
@Controller()
export class AuthorityController {
  constructor(private readonly key: PdfSigningKey) {}

  @Endpoint({
    method: 'GET',
    path: '/ca/:name',
    allow: 'public',
    object: 'any',
    params: fileName,
    produces: 'application/pkix-cert',
    summary: {
      zh: 'PDF 签名根证书（X.509，DER）：`root.crt` 为现用的，以密钥编号为名的为该密钥的',
      en: 'The root certificate behind signed PDFs (X.509, DER): `root.crt` is the one of now; others go by the id of their key',
    },
  })
  async certificate(@Param() { name }: z.infer<typeof fileName>, @Res() reply: FastifyReply) {
    const bytes = name === ROOT ? await this.key.root() : await this.key.rootById(name.slice(0, -'.crt'.length));
    const caching = name === ROOT ? 'public, max-age=3600' : 'public, max-age=31536000, immutable';
    return reply
      .type('application/pkix-cert')
      .header('cache-control', caching)
      .header('access-control-allow-origin', '*')
      .send(bytes);
  }
}
