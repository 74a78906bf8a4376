import { Body, Controller, Param, Res } from '@nestjs/common';
import { Endpoint } from '@hz/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { AcceptCosignature } from '../application/accept-cosignature.command';
import { LogDocuments } from '../application/log-documents.query';
import { cosignedResultSchema, cosignedSchema, type CosignedInput } from '../contract';

const MOMENT = 'public, max-age=1';
const FOR_EVER = 'public, max-age=31536000, immutable';
const TEXT = 'text/plain; charset=utf-8';
const BYTES = 'application/octet-stream';
const PUBLIC = { method: 'GET', allow: 'public', object: 'any' } as const;
const byIndex = z.object({ index: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER) });
const bySize = z.object({ size: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER) });

/** A tile's path below `tile/`, of as many parts as a large log needs: `0/067` or `entries/x001/x234/067.p/5`. */
const byPath = z.object({ path: z.string().max(40) });
const TILE_SUMMARY = {
  zh: '透明日志的瓦片或条目包（C2SP tlog-tiles）',
  en: 'A tile or an entry bundle of the transparency log (C2SP tlog-tiles)',
};

@Controller()
export class LogController {
  constructor(
    private readonly documents: LogDocuments,
    private readonly accept: AcceptCosignature,
  ) {}

  @Endpoint({
    ...PUBLIC,
    object: 'none',
    path: '/log/checkpoint',
    produces: 'text/plain',
    summary: {
      zh: '透明日志的最新检查点（C2SP tlog-checkpoint）',
      en: 'The newest checkpoint of the transparency log',
    },
  })
  async checkpoint(@Res() reply: FastifyReply) {
    return sent(reply, TEXT, MOMENT, await this.documents.checkpoint());
  }

  @Endpoint({
    ...PUBLIC,
    object: 'none',
    path: '/log/key',
    produces: 'text/plain',
    summary: { zh: '透明日志的验证公钥', en: 'The verifier keys of the transparency log' },
  })
  async key(@Res() reply: FastifyReply) {
    return sent(reply, TEXT, MOMENT, await this.documents.keys());
  }

  @Endpoint({ ...PUBLIC, path: '/log/tile/*path', params: byPath, produces: BYTES, summary: TILE_SUMMARY })
  async tile(@Param() { path }: z.infer<typeof byPath>, @Res() reply: FastifyReply) {
    return sent(reply, BYTES, FOR_EVER, Buffer.from(await this.documents.tile(path)));
  }

  @Endpoint({
    ...PUBLIC,
    path: '/log/proof/:index',
    params: byIndex,
    produces: 'text/plain',
    summary: { zh: '日志中某一位置的包含证明（C2SP tlog-proof）', en: 'The inclusion proof of a place in the log' },
  })
  async proof(@Param() { index }: z.infer<typeof byIndex>, @Res() reply: FastifyReply) {
    return sent(reply, TEXT, MOMENT, await this.documents.proof(index));
  }

  @Endpoint({
    ...PUBLIC,
    path: '/log/consistency/:size',
    params: bySize,
    produces: 'text/plain',
    summary: {
      zh: '最新检查点与较早检查点的一致性证明（C2SP tlog-witness 请求体）',
      en: 'The consistency proof from an earlier checkpoint to the newest, as a witness takes it',
    },
  })
  async consistency(@Param() { size }: z.infer<typeof bySize>, @Res() reply: FastifyReply) {
    return sent(reply, TEXT, MOMENT, await this.documents.consistency(size));
  }

  @Endpoint({
    method: 'POST',
    path: '/log/cosignatures',
    allow: 'public',
    object: 'none',
    body: cosignedSchema,
    returns: cosignedResultSchema,
    withoutCsrf: true,
    limit: { by: 'address', max: 60, windowSeconds: 60 },
    summary: { zh: '见证方提交对检查点的联署（C2SP tlog-cosignature）', en: 'A witness hands in its cosignature' },
  })
  async cosign(@Body() { checkpoint }: CosignedInput) {
    return { accepted: await this.accept.run(checkpoint) };
  }
}

/** Public, for software of any origin. */
function sent(reply: FastifyReply, type: string, caching: string, content: string | Buffer) {
  return reply
    .type(type)
    .header('cache-control', caching)
    .header('access-control-allow-origin', '*')
    .header('cross-origin-resource-policy', 'cross-origin')
    .send(content);
}
