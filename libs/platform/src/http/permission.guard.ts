import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Principal } from '@hz/kernel';
import type { FastifyRequest } from 'fastify';
import { NotAllowed } from '../problems/platform-errors';
import { ENDPOINT, type EndpointOptions } from './endpoint';
import { Gate } from './gate';

export type RequestWithPrincipal = FastifyRequest & { principal?: Principal };

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
    const request = context.switchToHttp().getRequest<RequestWithPrincipal>();
    const who = await this.gate.admit(request, endpoint);
    if (who !== null) request.principal = who;
    return true;
  }
}
