import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Principal } from '@hz/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { NotAllowed } from '../problems/platform-errors';
import type { QuotaLeft } from './authenticator';
import { ENDPOINT, type EndpointOptions } from './endpoint';
import { Gate } from './gate';

export type RequestWithPrincipal = FastifyRequest & { principal?: Principal };

/** What is left of a quota, as the IETF draft `ratelimit-headers` has it (version 10). */
function quotaHeaders({ limit, remaining, windowSeconds, resetSeconds }: QuotaLeft): Record<string, string> {
  return {
    'RateLimit-Policy': `"day";q=${limit};w=${windowSeconds}`,
    RateLimit: `"day";r=${remaining};t=${resetSeconds}`,
  };
}

/** The gate in front of every controller: global, never path middleware, and closed by default (P9). */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly gate: Gate,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const endpoint = this.reflector.get<EndpointOptions | undefined>(ENDPOINT, context.getHandler());
    if (endpoint === undefined) throw new NotAllowed();
    const http = context.switchToHttp();
    const request = http.getRequest<RequestWithPrincipal>();
    const reply = http.getResponse<FastifyReply>();
    const who = await this.gate.admit(request, endpoint, (left) => void reply.headers(quotaHeaders(left)));
    if (who !== null) request.principal = who;
    return true;
  }
}
