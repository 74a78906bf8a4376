import { fromBase64Url, textOf, utf8, type Bytes } from './bytes';
import { agreesWithItself, type SignedContent } from './credential';
import { isTokenContent } from './credential-shape';
import { isCanonical, jsonOf } from './json';
import { exactly, literal, text } from './shape';

const isHeader = exactly({
  alg: literal('EdDSA'),
  cty: literal('vc'),
  kid: text(/^did:web:[\w.:%-]{1,300}#z6Mk[1-9A-HJ-NP-Za-km-z]{20,80}$/),
  typ: literal('vc+jwt'),
});

export interface Token {
  readonly content: SignedContent;
  readonly method: string;
  readonly signed: Bytes;
  readonly signature: Bytes;
}

export const looksLikeToken = (text: string): boolean => /^eyJ[\w-]*\.[\w-]*\.[\w-]*$/.test(text);

/** A credential as JWT (W3C Securing Verifiable Credentials using JOSE and COSE); null when it is not in the form that the issuer signs. */
export function tokenOf(compact: string): Token | null {
  const [header64, payload64, signature64, more] = compact.split('.');
  const [headerText, payloadText] = [decoded(header64), decoded(payload64)];
  const signature = fromBase64Url(signature64 ?? '');
  const [header, payload] = [jsonOf(headerText), jsonOf(payloadText)];
  if (more !== undefined || signature === null || header === undefined || payload === undefined) return null;
  if (!isHeader(header) || !isTokenContent(payload)) return null;
  if (!isCanonical(headerText, header) || !isCanonical(payloadText, payload)) return null;
  const content = payload as unknown as SignedContent & Claims;
  if (!agreesWithItself(content) || !claimsAgree(content)) return null;
  const { kid } = header as unknown as { kid: string };
  return { content, method: kid, signed: utf8(`${header64}.${payload64}`), signature };
}

interface Claims {
  readonly iss: string;
  readonly jti: string;
  readonly nbf: number;
  readonly exp: number;
}

function claimsAgree({ iss, jti, nbf, exp, ...content }: SignedContent & Claims): boolean {
  const seconds = (iso: string) => Math.floor(Date.parse(iso) / 1_000);
  return (
    iss === content.issuer.id &&
    jti === content.id &&
    nbf === seconds(content.validFrom) &&
    exp === seconds(content.validUntil)
  );
}

function decoded(part: string | undefined): string {
  const bytes = fromBase64Url(part ?? '');
  return (bytes && textOf(bytes)) ?? '';
}
