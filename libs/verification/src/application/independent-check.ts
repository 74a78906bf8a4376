import { createHash } from 'node:crypto';
import { JsonLdParser } from 'jsonld-streaming-parser';
import { RDFC10 } from 'rdfjs-c14n';
import { isSignedBy } from '@hz/platform';
import { JCS_SUITE, proofsOf, RDFC_SUITE, type Proof } from '../contract';
import { fromMultibase, rawKeyOf } from '../domain/multikey';
import { plainJcs } from '../domain/plain-jcs';
import { contextByUrl } from './contexts';

/** The context document of an address; undefined when it is not known. Nothing is fetched. */
export type ContextOf = (url: string) => object | undefined;

type Quad = Parameters<RDFC10['toNquads']>[0] extends Iterable<infer Each> ? Each : never;

interface Provable {
  readonly '@context': readonly string[];
  readonly proof: Proof | readonly Proof[];
}

/**
 * Whether every proof of a document holds by the steps of the standard (VC Data Integrity EdDSA 1.0, 3.2 and 3.3): canonical form of proof
 * options and of document, SHA-256 of each, Ed25519 over both hashes. JSON-LD, RDF canonicalization and canonical JSON are other
 * implementations than those that sign, so that a mistake in one of them does not confirm itself.
 */
export async function isProvenIndependently(
  document: Provable,
  publicKey: string,
  contextOf: ContextOf = contextByUrl,
): Promise<boolean> {
  const proofs = proofsOf(document);
  for (const proof of proofs) if (!(await holds(document, proof, publicKey, contextOf))) return false;
  return proofs.length > 0;
}

/**
 * Whether the proof over the JSON itself holds (`eddsa-jcs-2022`): a tenth of a millisecond, where the meaning as RDF takes several. It covers
 * every character of the document but the other proof. Null for a document without one.
 */
export async function isProvenAsJson(document: Provable, publicKey: string): Promise<boolean | null> {
  const proof = proofsOf(document).find(({ cryptosuite }) => cryptosuite === JCS_SUITE);
  return proof === undefined ? null : holds(document, proof, publicKey, contextByUrl);
}

async function holds(document: Provable, proof: Proof, publicKey: string, contextOf: ContextOf): Promise<boolean> {
  const { proof: _, ...unsecured } = document;
  const { proofValue, ...options } = proof;
  const [key, signature] = [rawKeyOf(publicKey), fromMultibase(proofValue)];
  if (key === null || signature === null) return false;
  if (proof.cryptosuite === RDFC_SUITE) {
    const quads = await canonicalQuads({ '@context': document['@context'], ...options }, contextOf);
    const signed = Buffer.concat([hashOf(quads), hashOf(await canonicalQuads(unsecured, contextOf))]);
    return isSignedBy(key, signed, signature);
  }
  if (proof['@context'].some((context, at) => context !== document['@context'][at])) return false;
  return isSignedBy(key, Buffer.concat([hashOf(plainJcs(options)), hashOf(plainJcs(unsecured))]), signature);
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** The document as RDF, in the canonical form RDFC-1.0. */
async function canonicalQuads(document: object, contextOf: ContextOf): Promise<string> {
  const parser = new JsonLdParser({
    rdfDirection: 'i18n-datatype',
    strictValues: true,
    skipContextValidation: true,
    documentLoader: {
      load: async (url: string) => {
        const context = contextOf(url);
        if (context === undefined) throw new Error(`not a known context: ${url.slice(0, 200)}`);
        return context as { '@context': object };
      },
    },
  });
  parser.end(JSON.stringify(inStreamingOrder(document)));
  const quads: Quad[] = [];
  for await (const quad of parser) quads.push(quad as Quad);
  return new RDFC10().canonicalize(quads);
}

/** Names and types of nodes first: a parser of streams, given canonical order, meets them late and gives some nodes two names. */
function inStreamingOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inStreamingOrder);
  if (typeof value !== 'object' || value === null) return value;
  const first = ['@context', 'type', 'id'];
  const rank = (name: string) => (first.includes(name) ? first.indexOf(name) : first.length);
  const members = Object.entries(value).sort(([a], [b]) => rank(a) - rank(b));
  return Object.fromEntries(members.map(([name, member]) => [name, inStreamingOrder(member)]));
}
