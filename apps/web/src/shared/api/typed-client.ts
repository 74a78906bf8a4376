import type { MaybeOptionalInit } from 'openapi-fetch';
import type { paths } from './schema';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type PathsWith<M extends Method> = {
  [Path in keyof paths]: paths[Path] extends Record<M, object> ? Path : never;
}[keyof paths];

/** The body of an operation's good reply; undefined where it has none. */
type Reply<Operation> = Operation extends { responses: infer Replies }
  ? { [Status in Exclude<keyof Replies, 'default'>]: JsonOf<Replies[Status]> }[Exclude<keyof Replies, 'default'>]
  : never;
type JsonOf<Response> = Response extends { content: { 'application/json': infer Body } } ? Body : undefined;

/** Parameters, body, signal: left out only where the operation needs none of them. */
type Init<Options> = undefined extends Options ? [init?: Options] : [init: Options];

type Call<M extends Method> = <Path extends PathsWith<M>>(
  path: Path,
  ...init: Init<MaybeOptionalInit<paths[Path], M>>
) => Promise<{ data?: Reply<paths[Path][M]> }>;

/**
 * The methods of `openapi-fetch` with replies just as the description has them: its own types take every object apart, in search of parts
 * that are only read or only written, and so lose the kernel's `Points`.
 */
export type TypedClient = { [M in Method as Uppercase<M>]: Call<M> };
