import type { Principal } from '@hz/kernel';

export interface Authenticated {
  readonly principal: Principal;
  /** The token that unsafe requests of a browser must repeat in `x-csrf-token`; null where no cookie is involved. */
  readonly csrfToken: string | null;
}

export interface Credentials {
  readonly cookie: string | undefined;
  readonly authorization: string | undefined;
}

/** Port: who sends this request. Null when it carries no valid credential. */
export abstract class Authenticator {
  abstract authenticate(request: Credentials): Promise<Authenticated | null>;

  /** What `authenticate` found for this very cookie within the last second; null when it must be asked again. */
  abstract recall(cookie: string | undefined): Authenticated | null;
}
