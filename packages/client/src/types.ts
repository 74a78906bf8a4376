import type { components } from './schema';

/** A named part of the API's own description. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];
