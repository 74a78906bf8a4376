import type { Allow, ObjectRule } from '@hz/platform';
import { ANONYMOUS, type Api, type Method } from './api';

type Schema = {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  default?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  minItems?: number;
  minLength?: number;
  minimum?: number;
  format?: string;
};
interface Operation {
  'x-allow': Allow;
  'x-object': ObjectRule;
  requestBody?: { content: { 'application/json'?: { schema: Schema } } };
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

export interface DescribedRoute {
  /** `GET /api/v1/attempts/{id}` */
  readonly name: string;
  readonly method: Method;
  readonly path: string;
  readonly parameters: readonly string[];
  readonly allow: Allow;
  readonly object: ObjectRule;
  /** A body that the route's schema accepts; undefined when it takes none. */
  readonly body: unknown;
}

/** Values that a schema describes by a pattern. */
const BY_NAME: Readonly<Record<string, unknown>> = {
  completedOn: '2026-11-24',
  email: 'nobody@people.example',
  evidenceLink: null,
  itemRef: 'i01',
  code: '123456',
  sectionId: 's1',
  pledge: true,
  marks: {},
  file: 'AAAA',
  previous: '',
  head: 'ab'.repeat(32),
  digest: 'ab'.repeat(32),
};
const UUID = '0190a000-0000-7000-8000-000000000000';

/** The routes that the running app describes, each with a sound body. */
export async function describedRoutes(api: Api): Promise<DescribedRoute[]> {
  const document = (await api.call(ANONYMOUS, 'GET', '/api/openapi.json')).json<Document>();
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => {
      const schema = operation.requestBody?.content['application/json']?.schema;
      return {
        name: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase() as Method,
        path,
        parameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!),
        allow: operation['x-allow'],
        object: operation['x-object'],
        body: schema && sampleOf(schema, document),
      };
    }),
  );
}

/** The least value that a JSON Schema accepts. */
function sampleOf(schema: Schema, document: Document): unknown {
  if (schema.$ref) return sampleOf(document.components.schemas[schema.$ref.split('/').at(-1)!]!, document);
  if ('const' in schema) return schema.const;
  if (schema.enum) return schema.enum[0];
  const alternative = (schema.oneOf ?? schema.anyOf)?.[0];
  return alternative ? sampleOf(alternative, document) : sampleOfType(schema, document);
}

function sampleOfType(schema: Schema, document: Document): unknown {
  switch ([schema.type].flat()[0] ?? 'string') {
    case 'object':
      return sampleObject(schema, document);
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items ?? {}, document));
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 0, 0);
    case 'boolean':
      return false;
    default:
      return schema.format === 'uuid' ? UUID : 'x'.repeat(Math.max(schema.minLength ?? 1, 1));
  }
}

function sampleObject({ required = [], properties = {} }: Schema, document: Document): object {
  return Object.fromEntries(
    required.map((name) => [name, name in BY_NAME ? BY_NAME[name] : sampleOf(properties[name] ?? {}, document)]),
  );
}
