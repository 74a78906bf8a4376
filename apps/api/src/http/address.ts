import type { IncomingMessage } from 'node:http';
import proxyAddress from '@fastify/proxy-addr';
import type { Config } from '@hz/platform';

/** A reverse proxy stands on this machine or in its private network; an address that anybody else claims is not believed. */
export const PROXY_ADDRESSES = ['loopback', 'linklocal', 'uniquelocal'];

/** A function that says from which address a request comes: the same that Fastify finds. */
export function addressReader({ trustProxy }: Pick<Config, 'trustProxy'>): (request: IncomingMessage) => string {
  if (!trustProxy) return ({ socket }) => socket.remoteAddress ?? '';
  const isProxy = proxyAddress.compile(PROXY_ADDRESSES);
  return (request) => proxyAddress(request, isProxy);
}
