import type { components } from './schema';

/** The named types of the API's description. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

export type SchemeView = Schema<'SchemeView'>;
export type ResultView = Schema<'ResultView'>;
