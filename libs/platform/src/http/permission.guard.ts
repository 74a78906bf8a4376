import { timingSafeEqual } from 'node:crypto';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { actorOf, type Principal } from '@hz/kernel';
import type { FastifyRequest } from 'fastify';
import { CsrfTokenMissing, NotAllowed, NotSignedIn } from '../problems/platform-errors';
import { Authenticator } from './authenticator';
import { ENDPOINT, type Allow, type EndpointOptions } from './endpoint';
import { RateLimiter } from './rate-limiter';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

export type RequestWithPrincipal = FastifyRequest & { principal?: Principal };

/** The one place where callers are let in: global, never path middleware, and closed by default (P9). */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
    private readonly limiter: RateLimiter,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const endpoint = this.reflector.get<EndpointOptions | undefined>(ENDPOINT, context.getHandler());
    if (endpoint === undefined) throw new NotAllowed();
    const request = context.switchToHttp().getRequest<RequestWithPrincipal>();
    const who = await this.identify(request, endpoint);
    if (endpoint.limit) {
      const caller = endpoint.limit.by === 'caller' && who !== null ? actorOf(who) : `address:${request.ip}`;
      await this.limiter.hit(`${endpoint.method} ${endpoint.path} ${caller}`, endpoint.limit);
    }
    if (endpoint.allow === 'public') return true;
    if (who === null) throw new NotSignedIn();
    if (!mayCall(endpoint.allow, who)) throw new NotAllowed();
    return true;
  }

  private async identify(request: RequestWithPrincipal, endpoint: EndpointOptions): Promise<Principal | null> {
    const { cookie, authorization } = request.headers;
    if (cookie === undefined && authorization === undefined) return null;
    const found = await this.authenticator.authenticate({ cookie, authorization, hot: endpoint.hot === true });
    if (found === null) return null;
    if (!SAFE.has(request.method) && !endpoint.withoutCsrf && found.csrfToken !== null) {
      if (!equal(String(request.headers['x-csrf-token'] ?? ''), found.csrfToken)) throw new CsrfTokenMissing();
    }
    request.principal = found.principal;
    return found.principal;
  }
}

/** Whether the rule of a route lets this principal in. */
export function mayCall(allow: Allow, who: Principal): boolean {
  if (allow === 'public') return true;
  if (allow === 'signed-in') return who.via === 'login';
  if ('apiKey' in allow) return who.via === 'api-key' && who.scopes.includes(allow.apiKey);
  return who.via === 'login' && who.roles.some((role) => allow.includes(role));
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
