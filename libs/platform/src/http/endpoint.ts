import { applyDecorators, HttpCode, RequestMapping, RequestMethod, SetMetadata } from '@nestjs/common';
import type { Role } from '@hz/kernel';
import type { z } from 'zod';

/** An institution's API key with a scope; with `orRoles` also a person in one of these roles. */
export interface ByApiKey {
  readonly apiKey: string;
  readonly orRoles?: readonly Role[];
}

/** Who may call a route: anyone; any signed-in person; holders of a role; an institution's API key with a scope. */
export type Allow = 'public' | 'signed-in' | readonly Role[] | ByApiKey;

/** On which objects: one's own, those of one's institution, any that the role reaches, or none at all. */
export type ObjectRule = 'none' | 'own' | 'own-institution' | 'any';

export interface EndpointOptions {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** The whole path, with `:name` for parameters and `*name` for a rest of any number of parts. */
  readonly path: `/${string}`;
  readonly allow: Allow;
  readonly object: ObjectRule;
  readonly summary: { readonly zh: string; readonly en: string };
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Headers that the route reads, beside those that all have. */
  readonly headers?: z.ZodObject;
  /** The media type of the body where it is not JSON: it reaches the handler as text, whole. */
  readonly consumes?: { readonly type: string; readonly maxBytes: number };
  /** The reply. What is not in the schema is stripped, so that a presenter cannot leak (P3, P9). Left out: no body. */
  readonly returns?: z.ZodType;
  /** A media type instead of JSON: the handler answers with bytes or text. */
  readonly produces?: string;
  readonly status?: number;
  /** Hits per window and key, counted in the database so that it survives Redis. The answer of a hot route does not wait for the count. */
  readonly limit?: { readonly by: 'address' | 'caller'; readonly max: number; readonly windowSeconds: number };
  /**
   * The hot path, which does not pass through Nest's router: the handler takes one `HotCall`. The reply is not parsed, so that the handler
   * builds it field by field, and who calls may have been looked up a second ago.
   */
  readonly hot?: boolean;
  /** Of a hot route: a quick test for bodies that the schema would take as they are. All others are parsed by the schema. */
  readonly isSound?: (body: unknown) => boolean;
  /** The route sets the login cookie itself, so a missing CSRF token is no danger. */
  readonly withoutCsrf?: boolean;
}

export const ENDPOINT = Symbol('endpoint');

type Handler = (...given: unknown[]) => unknown;

/** Declares a route with everything that must be known of it: caller, objects, input, output. A handler without it stops the start. */
export function Endpoint(options: EndpointOptions): MethodDecorator {
  if (options.hot === true) {
    const isBounded = (options.allow === 'public') === (options.limit !== undefined);
    if (!isBounded || options.body === undefined || options.query) {
      throw new Error(
        `${options.path}: a hot route has a body, no query, and a limit only and always where anybody may call`,
      );
    }
    return SetMetadata(ENDPOINT, options);
  }
  const declared = applyDecorators(
    RequestMapping({ path: options.path.replace(/\*\w+$/, '*'), method: RequestMethod[options.method] }),
    HttpCode(options.status ?? (options.returns === undefined && options.produces === undefined ? 204 : 200)),
    SetMetadata(ENDPOINT, options),
  );
  return (controller, name, descriptor) => {
    const handler = descriptor as TypedPropertyDescriptor<unknown> & { value: Handler };
    if (options.returns !== undefined) handler.value = replyingBy(options.returns, handler.value);
    declared(controller, name, descriptor);
  };
}

/** The handler, with its reply reduced to what the schema has. It keeps what other decorators have said of it. */
function replyingBy(schema: z.ZodType, handler: Handler): Handler {
  const replying: Handler = async function (this: unknown, ...given: unknown[]) {
    return schema.parse(await handler.apply(this, given));
  };
  for (const key of Reflect.getMetadataKeys(handler)) {
    Reflect.defineMetadata(key, Reflect.getMetadata(key, handler), replying);
  }
  return replying;
}
