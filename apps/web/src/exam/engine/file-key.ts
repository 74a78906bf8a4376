import type { ResponseFileKey } from '@hz/delivery/contract';

let known: ResponseFileKey | null = null;

/** To which the server wants response files encrypted: it comes with each beat, so that it is here when the server is not. */
export function noteFileKey(key: ResponseFileKey | undefined): void {
  known = key ?? known;
}

export const knownFileKey = (): ResponseFileKey | null => known;
