import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { ENDPOINT, type EndpointOptions } from './endpoint';
import { MalformedRequest } from '../problems/platform-errors';
import { parsed } from './parsed';

/**
 * Parses what comes in by the schemas of the route, once the caller has been let in. A guard and not an interceptor: those make
 * every call a stream of events, which the hot path feels.
 */
@Injectable()
export class InputGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const endpoint = this.reflector.get<EndpointOptions | undefined>(ENDPOINT, context.getHandler());
    if (endpoint === undefined) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (endpoint.params) request.params = parsed(endpoint.params, namedParams(endpoint, request.params), '/params');
    if (endpoint.query) request.query = parsed(endpoint.query, request.query, '/query');
    if (endpoint.headers) parsed(endpoint.headers, request.headers, '/headers');
    if (endpoint.consumes && typeof request.body !== 'string') throw new MalformedRequest();
    if (endpoint.body) request.body = parsed(endpoint.body, request.body ?? {}, '');
    return true;
  }
}

/** The router gives what a `*name` at the end of a path took as `*`; schemas and handlers call it by its name. */
function namedParams({ path }: EndpointOptions, params: unknown): unknown {
  const [, name] = /\*(\w+)$/.exec(path) ?? [];
  return name === undefined ? params : { ...(params as object), [name]: (params as Record<string, string>)['*'] };
}
