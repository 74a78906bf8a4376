import type { IncomingMessage } from 'node:http';
import Fastify from 'fastify';
import { addressReader, PROXY_ADDRESSES } from './address';

const FORWARDED = [undefined, '203.0.113.9', '203.0.113.9, 10.0.0.4', '10.0.0.4, 203.0.113.9', 'nonsense', ''];
const PEERS = ['127.0.0.1', '192.168.1.7', '198.51.100.20', '::1', 'fd00::7'];

describe('V: the address of a request', () => {
  it.each([true, false])('is the one that Fastify finds, with a proxy in front: %s', async (trustProxy) => {
    const seen: string[] = [];
    const fastify = Fastify({ trustProxy: trustProxy && PROXY_ADDRESSES });
    const addressOf = addressReader({ trustProxy });
    fastify.get('/', async (request) => {
      seen.push(`${addressOf(request.raw)} ${request.ip}`);
      return '';
    });
    for (const remoteAddress of PEERS) {
      for (const forwarded of FORWARDED) {
        const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
        await fastify.inject({ url: '/', remoteAddress, headers });
      }
    }
    await fastify.close();
    expect(seen).toHaveLength(PEERS.length * FORWARDED.length);
    for (const pair of seen) expect(pair.split(' ')[0]).toBe(pair.split(' ')[1]);
    expect(seen.includes('203.0.113.9 203.0.113.9')).toBe(trustProxy);
  });

  it('is empty where the connection is gone', () => {
    expect(addressReader({ trustProxy: false })({ socket: {} } as IncomingMessage)).toBe('');
  });
});
