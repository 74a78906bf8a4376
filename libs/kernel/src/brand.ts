declare const brand: unique symbol;

/** A `Base` that cannot be confused with another `Base`: `Brand<string, 'AttemptId'>`. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };
