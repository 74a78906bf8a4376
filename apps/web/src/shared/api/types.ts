import type { components, paths } from './schema';

/** The named types of the API's description. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

/** What may stand in the query of a GET. */
export type QueryOf<Path extends keyof paths> = paths[Path] extends { get: { parameters: { query?: infer Query } } }
  ? NonNullable<Query>
  : never;

export type SchemeView = Schema<'SchemeView'>;
export type ResultView = Schema<'ResultView'>;
