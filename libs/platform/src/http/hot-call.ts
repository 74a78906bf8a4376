import type { Principal } from '@hz/kernel';

/** What the handler of a `hot` route is given: a caller who was let in, and input that was parsed by the schemas of the route. */
export interface HotCall<Body, Params = Readonly<Record<string, string>>> {
  readonly who: Principal;
  readonly params: Params;
  readonly body: Body;
}

/** What the handler of a `hot` route is given that anybody may call. */
export type PublicHotCall<Body> = Pick<HotCall<Body>, 'body'>;
