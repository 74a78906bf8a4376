import type { Principal } from '@hz/kernel';

export interface Authenticated {
  readonly principal: Principal;
  /** The token that unsafe requests of a browser must repeat in `x-csrf-token`; null where no cookie is involved. */
  readonly csrfToken: string | null;
}

/** What a caller may still ask of a quota. */
export interface QuotaLeft {
  readonly limit: number;
  readonly remaining: number;
  readonly windowSeconds: number;
  readonly resetSeconds: number;
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

  /**
   * Counts a call that was let in, where this caller has a quota. `tell` hears what is left, also when that is nothing and the call is
   * refused by a DomainError.
   */
  abstract charge(principal: Principal, tell: (left: QuotaLeft) => void): Promise<void>;
}
