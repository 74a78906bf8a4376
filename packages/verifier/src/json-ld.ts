import { JsonLdParser } from 'jsonld-streaming-parser';
import { RDFC10 } from 'rdfjs-c14n';
import credentialsV2 from '../contexts/credentials-v2.json';
import openBadges from '../contexts/open-badges-3.0.3.json';
import { isObject } from './shape';

type Quad = Parameters<RDFC10['toNquads']>[0] extends Iterable<infer Each> ? Each : never;

export const VC_CONTEXT = 'https://www.w3.org/ns/credentials/v2';
export const OB_CONTEXT = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

/** The contexts that a certificate may name. They come with this code: another version could give altered words the old meaning. */
export const CONTEXTS: Readonly<Record<string, object>> = { [VC_CONTEXT]: credentialsV2, [OB_CONTEXT]: openBadges };

/** A document as RDF in the canonical form RDFC-1.0. Nothing is fetched; throws where it names a context that is not known. */
export async function canonicalQuads(document: object, contexts = CONTEXTS): Promise<string> {
  const parser = new JsonLdParser({
    rdfDirection: 'i18n-datatype',
    strictValues: true,
    skipContextValidation: true,
    documentLoader: {
      load: (url: string) => {
        const context = Object.hasOwn(contexts, url) ? contexts[url] : undefined;
        return context === undefined
          ? Promise.reject(new Error('not a known context'))
          : Promise.resolve(context as { '@context': object });
      },
    },
  });
  const quads: Quad[] = [];
  const read = new Promise<void>((resolve, reject) => {
    parser.on('data', (quad: Quad) => quads.push(quad));
    parser.on('error', reject);
    parser.on('end', () => resolve());
  });
  parser.end(JSON.stringify(inStreamingOrder(document)));
  await read;
  return new RDFC10().canonicalize(quads);
}

const FIRST = ['@context', 'type', 'id'];
const placeOf = (name: string): number => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);

/**
 * The same document with context, type and id at the head of each node (W3C Streaming JSON-LD, 3): the parser gives some nodes two names
 * when their id comes late, as it does in canonical JSON.
 */
function inStreamingOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inStreamingOrder);
  if (!isObject(value)) return value;
  const members = Object.entries(value).sort(([a], [b]) => placeOf(a) - placeOf(b));
  return Object.fromEntries(members.map(([name, member]) => [name, inStreamingOrder(member)]));
}
