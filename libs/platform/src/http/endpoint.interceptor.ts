import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import type { z } from 'zod';
import { InvalidInput } from '../problems/platform-errors';
import { ENDPOINT, type EndpointOptions } from './endpoint';

/** Parses what comes in and what goes out by the schemas of the route. */
@Injectable()
export class EndpointInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const endpoint = this.reflector.get<EndpointOptions | undefined>(ENDPOINT, context.getHandler());
    if (endpoint === undefined) return next.handle();
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (endpoint.params) request.params = parsed(endpoint.params, request.params, '/params');
    if (endpoint.query) request.query = parsed(endpoint.query, request.query, '/query');
    if (endpoint.body) request.body = parsed(endpoint.body, request.body ?? {}, '');
    const { returns } = endpoint;
    if (returns === undefined || endpoint.hot) return next.handle();
    return next.handle().pipe(map((value) => returns.parse(value)));
  }
}

/** `value` as the schema has it; throws InvalidInput with a JSON pointer for each place that is wrong. */
export function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown, at: string): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new InvalidInput(
    { count: result.error.issues.length },
    result.error.issues.slice(0, 50).map((issue) => ({
      pointer: [at, ...issue.path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1'))].join('/'),
      code: issue.code,
      detail: issue.message,
    })),
  );
}
