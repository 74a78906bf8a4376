import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { createLogger } from '@hz/platform';
import { RequestMetrics } from './request-metrics';

const MS = 1_000;

/** Writes one line and one observation per request, under the template of its route: real paths may hold tokens. */
export function observeRequests(app: NestFastifyApplication, log: ReturnType<typeof createLogger>): void {
  const metrics = app.get(RequestMetrics);
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onResponse', async (request, reply) => {
      const route = request.routeOptions.url ?? 'none';
      const ms = reply.elapsedTime;
      metrics.observe(request.method, route, reply.statusCode, ms / MS);
      const line = {
        requestId: request.id,
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(ms),
      };
      if (reply.statusCode >= 500) log.warn(line, 'request');
      else log.info(line, 'request');
    });
}
