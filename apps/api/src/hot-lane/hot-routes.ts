import type { INestApplicationContext } from '@nestjs/common';
import type { Principal } from '@hz/kernel';
import { Routes, type EndpointOptions, type HotCall } from '@hz/platform';

/** `who` is null where anybody may call. */
type Call = Omit<HotCall<unknown>, 'who'> & { readonly who: Principal | null };
type Handler = (call: Call) => Promise<unknown>;

export interface HotRoute {
  readonly endpoint: EndpointOptions;
  /** What stands before and behind the id in the path; nothing stands behind one that names no object. */
  readonly before: string;
  readonly behind: string | null;
  readonly handle: Handler;
}

export interface Found {
  readonly route: HotRoute;
  /** Null where the path names no object. */
  readonly id: string | null;
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The routes that controllers declare as `hot`, bound to their controllers. */
export function hotRoutes(app: INestApplicationContext): HotRoute[] {
  return app
    .get(Routes)
    .all()
    .filter(({ endpoint }) => endpoint.hot === true)
    .map(({ type, handler, endpoint }) => {
      const controller = app.get<Record<string, Handler>>(type, { strict: false });
      return { endpoint, ...placesOf(endpoint.path), handle: (call) => controller[handler]!(call) };
    });
}

/** Hot routes act on one object, which is named in the path by `:id`, or on none. Throws for a path of another form. */
export function placesOf(path: string): Pick<HotRoute, 'before' | 'behind'> {
  const [before, behind = null, ...rest] = path.split(':id');
  if (rest.length > 0 || path.replace(':id', '').includes(':')) {
    throw new Error(`${path}: a hot route names one object at most, as :id`);
  }
  return { before: before!, behind };
}

/** The route of a request as it stands; what is spelled in any other way is none of ours, and Nest's router does not know it either. */
export function findRoute(routes: readonly HotRoute[], method: string, url: string): Found | null {
  for (const route of routes) {
    const { before, behind, endpoint } = route;
    if (endpoint.method !== method || !url.startsWith(before)) continue;
    if (behind === null) {
      if (url.length === before.length) return { route, id: null };
    } else if (url.endsWith(behind)) {
      const id = url.slice(before.length, url.length - behind.length);
      if (ID.test(id)) return { route, id };
    }
  }
  return null;
}
