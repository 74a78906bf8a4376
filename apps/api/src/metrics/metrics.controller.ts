import { BlockList } from 'node:net';
import { Controller, Header, Req } from '@nestjs/common';
import { Endpoint, NotFound } from '@hz/platform';
import type { FastifyRequest } from 'fastify';
import { RequestMetrics } from './request-metrics';

const CONTENT_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** Addresses of the own machine and of private networks (RFC 1918, RFC 4193). */
const near = new BlockList();
for (const [address, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  near.addSubnet(address, bits, 'ipv4');
}
near.addSubnet('::1', 128, 'ipv6');
near.addSubnet('fc00::', 7, 'ipv6');

@Controller()
export class MetricsController {
  constructor(private readonly metrics: RequestMetrics) {}

  @Endpoint({
    method: 'GET',
    path: '/metrics',
    allow: 'public',
    object: 'none',
    produces: 'text/plain',
    summary: {
      zh: '运行指标（仅限内网直接访问）',
      en: 'Figures for Prometheus (direct calls from the own network only)',
    },
  })
  @Header('content-type', CONTENT_TYPE)
  text(@Req() request: FastifyRequest): Promise<string> {
    if (!isNear(request)) throw new NotFound();
    return this.metrics.text();
  }
}

/** Whether the request comes straight from the own network: what a proxy forwards comes from outside. */
function isNear(request: FastifyRequest): boolean {
  const address = request.socket.remoteAddress?.replace(/^::ffff:/, '') ?? '';
  if (request.headers['x-forwarded-for'] !== undefined || request.headers['forwarded'] !== undefined) return false;
  return near.check(address, address.includes(':') ? 'ipv6' : 'ipv4');
}
