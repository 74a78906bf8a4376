import { z } from 'zod';
import type { EndpointOptions } from './endpoint';
import type { Route } from './routes';

type Json = Record<string, unknown>;
const text = { type: 'string' };

/** The OpenAPI 3.1 document of these routes. Schemas with an id become components; permissions stand in `x-allow` and `x-object`. */
export function openApiDocument(routes: readonly Route[], version: string): Json {
  const schemas: Record<string, Json> = {};
  const paths: Record<string, Record<string, Json>> = {};
  for (const { controller, handler, endpoint } of routes) {
    const path = endpoint.path.replace(/[:*](\w+)/g, '{$1}');
    paths[path] = {
      ...paths[path],
      [endpoint.method.toLowerCase()]: operation(controller, handler, endpoint, schemas),
    };
  }
  schemas['Problem'] = problemSchema;
  return {
    openapi: '3.1.0',
    info: { title: 'Hengzheng 衡证', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        login: { type: 'apiKey', in: 'cookie', name: 'hz_login' },
        apiKey: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

function operation(
  controller: string,
  handler: string,
  endpoint: EndpointOptions,
  schemas: Record<string, Json>,
): Json {
  const status = String(endpoint.status ?? (endpoint.returns || endpoint.produces ? 200 : 204));
  return {
    operationId: `${controller.replace(/Controller$/, '')}.${handler}`,
    tags: [controller.replace(/Controller$/, '')],
    summary: endpoint.summary.en,
    'x-summary-zh': endpoint.summary.zh,
    'x-allow': endpoint.allow,
    'x-object': endpoint.object,
    security: securityOf(endpoint),
    parameters: [
      ...parametersOf(endpoint.params ?? pathParameters(endpoint.path), 'path', schemas),
      ...(endpoint.headers ? parametersOf(endpoint.headers, 'header', schemas) : []),
      ...(endpoint.query ? parametersOf(endpoint.query, 'query', schemas) : []),
    ],
    ...(endpoint.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaOf(endpoint.body, 'input', schemas) } },
      },
    }),
    ...(endpoint.consumes && {
      requestBody: { required: true, content: { [endpoint.consumes.type]: { schema: { type: 'string' } } } },
    }),
    responses: {
      [status]: { description: 'OK', ...headersOf(endpoint), ...contentOf(endpoint, schemas) },
      default: {
        description: 'Problem',
        headers: { 'Retry-After': { schema: { type: 'integer' }, description: 'Seconds; with 429 and 503' } },
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function contentOf(endpoint: EndpointOptions, schemas: Record<string, Json>): Json {
  if (endpoint.produces) return { content: { [endpoint.produces]: { schema: { type: 'string', format: 'binary' } } } };
  if (!endpoint.returns) return {};
  return { content: { 'application/json': { schema: schemaOf(endpoint.returns, 'output', schemas) } } };
}

function headersOf({ allow }: EndpointOptions): Json {
  if (typeof allow !== 'object' || !('apiKey' in allow)) return {};
  const header = (description: string) => ({ schema: text, description });
  return {
    headers: {
      'RateLimit-Policy': header('The daily quota of the key: "day";q=<calls>;w=<seconds>'),
      RateLimit: header('What is left of it: "day";r=<calls>;t=<seconds until the next day>'),
    },
  };
}

function securityOf({ allow }: EndpointOptions): Json[] {
  if (allow === 'public') return [];
  if (typeof allow !== 'object' || !('apiKey' in allow)) return [{ login: [] }];
  return [{ apiKey: [allow.apiKey] }, ...(allow.orRoles ? [{ login: [] }] : [])];
}

function pathParameters(path: string): z.ZodObject {
  return z.object(Object.fromEntries([...path.matchAll(/[:*](\w+)/g)].map(([, name]) => [name!, z.string()])));
}

function parametersOf(schema: z.ZodObject, place: 'path' | 'query' | 'header', schemas: Record<string, Json>): Json[] {
  const json = schemaOf(schema, 'input', schemas) as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(json.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || (json.required ?? []).includes(name),
    schema: property,
  }));
}

/** JSON Schema 2020-12 of a zod schema; named parts are moved to the components. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', schemas: Record<string, Json>): Json {
  const json = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' }) as Json;
  const {
    $defs,
    $schema: _,
    id,
    ...rest
  } = json as { $defs?: Record<string, Json>; $schema?: string; id?: string } & Json;
  for (const [name, part] of Object.entries($defs ?? {})) schemas[name] = withoutId(relinked(part));
  const linked = withoutId(relinked(rest));
  if (id === undefined || '$ref' in linked) return linked;
  schemas[id] = linked;
  return { $ref: `#/components/schemas/${id}` };
}

function relinked<T>(value: T): T {
  return JSON.parse(JSON.stringify(value).replaceAll('"#/$defs/', '"#/components/schemas/')) as T;
}

function withoutId({ id: _, ...rest }: Json): Json {
  return rest;
}

const problemSchema: Json = {
  type: 'object',
  required: ['type', 'title', 'titles', 'status', 'instance', 'code', 'params', 'errors'],
  properties: {
    type: text,
    title: text,
    titles: { type: 'object', required: ['zh', 'en'], properties: { zh: text, en: text } },
    status: { type: 'integer' },
    instance: text,
    code: text,
    params: { type: 'object', additionalProperties: { type: ['string', 'number', 'boolean', 'null'] } },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'code'],
        properties: { pointer: text, code: text, detail: text },
      },
    },
  },
};
