import { Controller, Headers, Param, Res } from '@nestjs/common';
import { Endpoint } from '@hz/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { SealedPapers } from '../application/sealed-papers';
import { PAPER_TYPE, paperDigestSchema } from '../contract';

const params = z.object({ digest: paperDigestSchema });

@Controller()
export class PaperController {
  constructor(private readonly papers: SealedPapers) {}

  /** Ciphertext under the name of its content: anybody may have it, and every cache may keep it for ever. */
  @Endpoint({
    method: 'GET',
    path: '/api/v1/papers/:digest',
    allow: 'public',
    object: 'any',
    params,
    produces: PAPER_TYPE,
    summary: { zh: '密封试卷（密文）', en: 'A sealed paper, encrypted' },
  })
  async file(
    @Param() { digest }: z.infer<typeof params>,
    @Headers('if-none-match') known: string | undefined,
    @Res() reply: FastifyReply,
  ) {
    const file = await this.papers.file(digest);
    const etag = `"${digest}"`;
    if (known === etag) return reply.status(304).header('etag', etag).send();
    return reply
      .type(PAPER_TYPE)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('etag', etag)
      .header('access-control-allow-origin', '*')
      .header('cross-origin-resource-policy', 'cross-origin')
      .send(file);
  }
}
