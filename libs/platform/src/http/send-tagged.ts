import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';

/** What goes with a body that browsers and proxies may keep and ask about again. */
export interface TaggedBody {
  readonly type: string;
  /** The value of `Cache-Control`. */
  readonly caching: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a body under a strong tag of its bytes, or 304 without it to whoever has these very bytes (RFC 9110, 8.8.3 and 13.1.2). */
export function sendTagged(reply: FastifyReply, { type, caching, body, headers = {} }: TaggedBody): FastifyReply {
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  void reply.type(type).headers({ etag, 'cache-control': caching, ...headers });
  const known = String(reply.request.headers['if-none-match'] ?? '').split(',');
  const same = known.some((tag) => tag.trim().replace(/^W\//, '') === etag);
  return same ? reply.status(304).send() : reply.send(body);
}
