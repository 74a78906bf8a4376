import type { Bytes } from './bytes';
import { agreesWithItself, type Proof, type SignedContent } from './credential';
import { isCredential, isEarlierCredential } from './credential-shape';
import { isEarlier, type Secured } from './content-check';
import { isEd25519 } from './crypto';
import { isProven, proofsOf } from './data-integrity';
import { canonicalJson, isCanonical, type Json } from './json';
import { tokenOf } from './token';

/** A credential under Data Integrity proofs; null when it is not in the form that the issuer signs. */
export function securedCredential(text: string, said: Json): Secured | null {
  if (!isCredential(said) && !isEarlierCredential(said)) return null;
  const document = said as unknown as SignedContent & { readonly proof: Proof | readonly Proof[] };
  if (!agreesWithItself(document)) return null;
  const { verificationMethod, created } = proofsOf(document)[0]!;
  return {
    kind: 'credential',
    content: document,
    document: canonicalJson(said),
    method: verificationMethod,
    signedAt: Date.parse(created),
    verbatim: isCanonical(text, said),
    mayLackLog: isEarlier(document),
    isSignedBy: ({ publicKey }) => isProven(document, publicKey),
  };
}

/** A credential as JWT; null when it is not in the form that the issuer signs. */
export function securedToken(compact: string): Secured | null {
  const token = tokenOf(compact);
  if (token === null) return null;
  const { content, method, signed, signature } = token;
  return {
    kind: 'token',
    content,
    document: compact,
    method,
    signedAt: Date.parse(content.validFrom),
    verbatim: true,
    mayLackLog: false,
    isSignedBy: ({ publicKey }: { publicKey: Bytes }) => isEd25519(publicKey, signed, signature),
  };
}
