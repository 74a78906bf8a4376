import type { INestApplicationContext } from '@nestjs/common';
import { Routes, type EndpointOptions, type HotCall } from '@hz/platform';

type Handler = (call: HotCall<unknown>) => Promise<unknown>;

export interface HotRoute {
  readonly endpoint: EndpointOptions;
  /** Matches a path; its groups are the parameters. */
  readonly path: RegExp;
  readonly handle: Handler;
}

/** The routes that controllers declare as `hot`, bound to their controllers. */
export function hotRoutes(app: INestApplicationContext): HotRoute[] {
  return app
    .get(Routes)
    .all()
    .filter(({ endpoint }) => endpoint.hot === true)
    .map(({ type, handler, endpoint }) => {
      const controller = app.get<Record<string, Handler>>(type, { strict: false });
      return { endpoint, path: patternOf(endpoint.path), handle: (call) => controller[handler]!(call) };
    });
}

/** A parameter is one part of a path, as it stands: what needs escapes is no identifier of ours. */
export function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[\\w-]+)')}$`);
}
