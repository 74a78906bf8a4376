import { createHash } from 'node:crypto';
import jsonld from 'jsonld';
import { isSignedBy } from '@hz/platform';
import type { Proof } from '../contract';
import { fromMultibase, rawKeyOf } from '../domain/multikey';
import { contextByUrl, loaded } from './contexts';

/** The context document of an address; undefined when it is not known. Nothing is fetched. */
export type ContextOf = (url: string) => object | undefined;

/**
 * Checks an `eddsa-rdfc-2022` proof by the steps of the standard (VC Data Integrity EdDSA 1.0, 3.2), without the library that made it:
 * canonical N-Quads of proof options and of document, SHA-256 of each, Ed25519 over both hashes.
 */
export async function isProvenIndependently(
  document: { readonly '@context': readonly string[]; readonly proof: Proof },
  publicKey: string,
  contextOf: ContextOf = contextByUrl,
): Promise<boolean> {
  const { proof, ...unsecured } = document;
  const { proofValue, ...options } = proof;
  const [key, signature] = [rawKeyOf(publicKey), fromMultibase(proofValue)];
  if (key === null || signature === null) return false;
  const optionsHash = await canonicalHash({ '@context': document['@context'], ...options }, contextOf);
  const documentHash = await canonicalHash(unsecured, contextOf);
  return isSignedBy(key, Buffer.concat([optionsHash, documentHash]), signature);
}

async function canonicalHash(document: object, contextOf: ContextOf): Promise<Buffer> {
  const quads = await jsonld.canonize(document, {
    algorithm: 'RDFC-1.0',
    format: 'application/n-quads',
    safe: true,
    rdfDirection: 'i18n-datatype',
    documentLoader: async (url) => {
      const context = contextOf(url);
      if (context === undefined) throw new Error(`not a known context: ${url.slice(0, 200)}`);
      return loaded(url, context);
    },
  });
  return createHash('sha256').update(quads).digest();
}
