import { Controller, Param, Res } from '@nestjs/common';
import { Endpoint, sendTagged } from '@hz/platform';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { PublicDocuments } from '../application/public-documents.query';

const HOUR = 'public, max-age=3600';
/** A revocation reaches whoever asks again after this time. */
const MINUTE = 'public, max-age=60';
const listKey = z.object({ id: z.coerce.number().int().min(1).max(1_000_000) });
const contextKey = z.object({ name: z.string().regex(/^[a-z0-9.-]{1,60}$/) });
const contextsSchema = z
  .object({ rows: z.array(z.object({ name: z.string(), url: z.url(), copy: z.url() })) })
  .meta({ id: 'CredentialContexts' });

@Controller()
export class DocumentsController {
  constructor(private readonly documents: PublicDocuments) {}

  @Endpoint({
    method: 'GET',
    path: '/.well-known/did.json',
    allow: 'public',
    object: 'none',
    produces: 'application/did+json',
    summary: { zh: '发证方的公钥（did:web）', en: "The issuer's keys (did:web)" },
  })
  async issuer(@Res() reply: FastifyReply) {
    return sent(reply, 'application/did+json', HOUR, await this.documents.issuerDocument());
  }

  @Endpoint({
    method: 'GET',
    path: '/status-lists/:id',
    allow: 'public',
    object: 'any',
    params: listKey,
    produces: 'application/vc',
    summary: { zh: '证书状态列表（W3C Bitstring Status List）', en: 'A Bitstring Status List of W3C' },
  })
  async statusList(@Param() { id }: z.infer<typeof listKey>, @Res() reply: FastifyReply) {
    return sent(reply, 'application/vc', MINUTE, await this.documents.statusList(id, 'revocation'));
  }

  @Endpoint({
    method: 'GET',
    path: '/status-lists/:id/suspension',
    allow: 'public',
    object: 'any',
    params: listKey,
    produces: 'application/vc',
    summary: { zh: '证书暂停状态列表（W3C Bitstring Status List）', en: 'A Bitstring Status List of suspensions' },
  })
  async suspensionList(@Param() { id }: z.infer<typeof listKey>, @Res() reply: FastifyReply) {
    return sent(reply, 'application/vc', MINUTE, await this.documents.statusList(id, 'suspension'));
  }

  @Endpoint({
    method: 'GET',
    path: '/contexts',
    allow: 'public',
    object: 'none',
    returns: contextsSchema,
    summary: { zh: '证书所用的 JSON-LD 上下文', en: 'The JSON-LD contexts of the credentials' },
  })
  contexts() {
    return { rows: this.documents.contexts() };
  }

  @Endpoint({
    method: 'GET',
    path: '/contexts/:name',
    allow: 'public',
    object: 'any',
    params: contextKey,
    produces: 'application/ld+json',
    summary: { zh: 'JSON-LD 上下文的副本', en: 'The copy of a JSON-LD context' },
  })
  context(@Param() { name }: z.infer<typeof contextKey>, @Res() reply: FastifyReply) {
    return sent(reply, 'application/ld+json', HOUR, this.documents.context(name));
  }
}

/** Documents are public, and other origins' software may read them. */
function sent(reply: FastifyReply, type: string, caching: string, text: string) {
  return sendTagged(reply, { type, caching, body: text, headers: { 'access-control-allow-origin': '*' } });
}
