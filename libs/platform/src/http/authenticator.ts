import type { Principal } from '@hz/kernel';

export interface Authenticated {
  readonly principal: Principal;
  /** The token that unsafe requests of a browser must repeat in `x-csrf-token`; null where no cookie is involved. */
  readonly csrfToken: string | null;
}

export interface Credentials {
  readonly cookie: string | undefined;
  readonly authorization: string | undefined;
  /** On the hot path, where what was known a second ago is good enough. */
  readonly hot?: boolean;
}

/** Port: who sends this request. Null when it carries no valid credential. */
export abstract class Authenticator {
  abstract authenticate(request: Credentials): Promise<Authenticated | null>;
}
