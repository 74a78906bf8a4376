import { Injectable } from '@nestjs/common';
import { actorOf, type Principal } from '@hz/kernel';
import { CsrfTokenMissing, NotAllowed, NotSignedIn } from '../problems/platform-errors';
import { Authenticator, type Authenticated, type QuotaLeft } from './authenticator';
import type { Allow, EndpointOptions } from './endpoint';
import { RateLimiter } from './rate-limiter';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What the gate looks at of a request. */
export interface Knock {
  readonly method?: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly ip: string;
}

/** The one place where callers are let in, whichever way a request came (P9). */
@Injectable()
export class Gate {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly limiter: RateLimiter,
  ) {}

  /**
   * Who calls, when that was found within the last second: for hot routes alone, which it spares a query and a turn of waiting. Null when
   * `admit` must be asked. Throws NotAllowed, CsrfTokenMissing.
   */
  recall(request: Knock, endpoint: EndpointOptions): Principal | null {
    const { cookie, authorization } = request.headers as Record<string, string | undefined>;
    const found = authorization === undefined ? this.authenticator.recall(cookie) : null;
    if (found === null) return null;
    refuseForged(request, found, endpoint);
    if (!mayCall(endpoint.allow, found.principal)) throw new NotAllowed();
    return found.principal;
  }

  /**
   * Who calls, or null where nobody needs to be known. `tell` hears what is left of the caller's quota, which only calls that are let in
   * use up. Throws NotSignedIn, NotAllowed, CsrfTokenMissing, TooManyRequests.
   */
  async admit(
    request: Knock,
    endpoint: EndpointOptions,
    tell: (left: QuotaLeft) => void = () => undefined,
  ): Promise<Principal | null> {
    const who = await this.identify(request, endpoint);
    if (endpoint.limit) {
      const caller = endpoint.limit.by === 'caller' && who !== null ? actorOf(who) : `address:${request.ip}`;
      const key = `${endpoint.method} ${endpoint.path} ${caller}`;
      if (endpoint.hot === true) this.limiter.hitSoon(key, endpoint.limit);
      else await this.limiter.hit(key, endpoint.limit);
    }
    if (endpoint.allow === 'public') return who;
    if (who === null) throw new NotSignedIn();
    if (!mayCall(endpoint.allow, who)) throw new NotAllowed();
    await this.authenticator.charge(who, tell);
    return who;
  }

  private async identify(request: Knock, endpoint: EndpointOptions): Promise<Principal | null> {
    const { cookie, authorization } = request.headers as Record<string, string | undefined>;
    if (cookie === undefined && authorization === undefined) return null;
    const found = await this.authenticator.authenticate({ cookie, authorization });
    if (found === null) return null;
    refuseForged(request, found, endpoint);
    return found.principal;
  }
}

/** Refuses what another site could have made a browser send. */
function refuseForged({ method, headers }: Knock, { csrfToken }: Authenticated, endpoint: EndpointOptions): void {
  if (csrfToken === null || endpoint.withoutCsrf || SAFE.has(method ?? '')) return;
  if (!equal(String(headers['x-csrf-token'] ?? ''), csrfToken)) throw new CsrfTokenMissing();
}

/** Whether the rule of a route lets this principal in. */
export function mayCall(allow: Allow, who: Principal): boolean {
  if (allow === 'public') return true;
  if (allow === 'signed-in') return who.via === 'login';
  if ('apiKey' in allow) {
    if (who.via === 'api-key') return who.scopes.includes(allow.apiKey);
    return who.via === 'login' && who.roles.some((role) => allow.orRoles?.includes(role));
  }
  return who.via === 'login' && who.roles.some((role) => allow.includes(role));
}

/** Takes the same time wherever two texts of one length differ. */
function equal(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let at = 0; at < a.length; at += 1) difference |= a.charCodeAt(at) ^ b.charCodeAt(at);
  return difference === 0;
}
