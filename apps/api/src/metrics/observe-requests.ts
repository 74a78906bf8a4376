import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { createLogger } from '@hz/platform';
import { RequestMetrics } from './request-metrics';

const MS = 1_000;

export interface Answered {
  readonly id: string;
  readonly method: string;
  /** The template of the route: real paths may hold tokens. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
}

/** Writes one line and one observation per request. */
export function observer(metrics: RequestMetrics, log: ReturnType<typeof createLogger>): (request: Answered) => void {
  return ({ id, method, route, status, ms }) => {
    metrics.observe(method, route, status, ms / MS);
    const line = { requestId: id, method, route, status, ms: Math.round(ms) };
    if (status >= 500) log.warn(line, 'request');
    else log.info(line, 'request');
  };
}

/** Observes every request that passes through Nest. */
export function observeRequests(app: NestFastifyApplication, observe: (request: Answered) => void): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onResponse', async ({ id, method, routeOptions }, { statusCode, elapsedTime }) =>
      observe({ id, method, route: routeOptions.url ?? 'none', status: statusCode, ms: elapsedTime }),
    );
}
