import { textOf, type Bytes } from './bytes';
import { checkContent, moments, type Secured } from './content-check';
import { CannotCheckHere } from './crypto';
import { failed, judge, passed, unknown, type Finding, type Findings } from './judge';
import { jsonOf } from './json';
import type { Options } from './options';
import { carriedBy, looksLikePdf } from './pdf/signed-pdf';
import { bakedIn, looksLikePicture } from './picture';
import { checkQr } from './qr-check';
import { qrCodeOf } from './qr';
import type { Kind, Report } from './report';
import { securedCredential, securedToken } from './secured';
import { isObject } from './shape';
import { looksLikeToken } from './token';
import type { Trust } from './trust';

/**
 * Checks a certificate in any of its forms: PDF, PNG, credential (JSON), token (JWT) as the bytes of a file, or the text of a QR code.
 * Nothing is fetched but by `options.fetchList`. Never throws for what is in the file.
 */
export async function verify(input: Bytes | string, trust: Trust, options: Options): Promise<Report> {
  try {
    if (typeof input !== 'string' && looksLikePdf(input)) return await verifyPdf(input, trust, options);
    if (typeof input !== 'string' && looksLikePicture(input)) return await verifyPicture(input, trust, options);
    const text = typeof input === 'string' ? input : textOf(input);
    return text === null ? nothing(trust, options) : await verifyText(text, 'none', trust, options);
  } catch (error) {
    if (!(error instanceof CannotCheckHere)) throw error;
    return said('none', { form: unknown('cannot-check-here') }, trust, options);
  }
}

async function verifyText(
  text: string,
  within: Kind,
  trust: Trust,
  options: Options,
  more?: Findings,
): Promise<Report> {
  const read = securedIn(text);
  if (read.as === 'qr') return checkQr(read.code, trust, options);
  if (read.as === 'secured') {
    const kind = within === 'none' ? read.secured.kind : within;
    return checkContent({ ...read.secured, kind }, trust, options, more);
  }
  const kind = within === 'none' ? read.kind : within;
  return kind === 'none' ? nothing(trust, options) : said(kind, { form: failed('malformed'), ...more }, trust, options);
}

type Read =
  | { readonly as: 'secured'; readonly secured: Secured }
  | { readonly as: 'qr'; readonly code: NonNullable<ReturnType<typeof qrCodeOf>> }
  | { readonly as: 'broken'; readonly kind: Kind };

/** A line end after the text is the doing of an editor, and no part of it. */
function securedIn(written: string): Read {
  const text = written.replace(/\r?\n$/, '');
  const code = qrCodeOf(text);
  if (code !== null) return { as: 'qr', code };
  const isToken = looksLikeToken(text);
  const json = isToken ? undefined : jsonOf(text);
  const secured = isToken ? securedToken(text) : json === undefined ? null : securedCredential(text, json);
  if (secured !== null) return { as: 'secured', secured };
  return { as: 'broken', kind: isToken ? 'token' : isObject(json) && claimsToBeOne(json) ? 'credential' : 'none' };
}

/** Whether a JSON object means to be a certificate, so that its faults say something. */
function claimsToBeOne(json: Record<string, unknown>): boolean {
  return 'credentialSubject' in json || 'proof' in json || '@context' in json;
}

async function verifyPicture(bytes: Bytes, trust: Trust, options: Options): Promise<Report> {
  const baked = bakedIn(bytes);
  if (baked === null) return nothing(trust, options);
  if (baked === 'damaged') return said('picture', { file: failed('file-altered') }, trust, options);
  return verifyText(baked.text, 'picture', trust, options);
}

/** The pages count as far as the issuer signed the whole file; without that they could show another name over a good credential. */
async function verifyPdf(bytes: Bytes, trust: Trust, options: Options): Promise<Report> {
  const carried = await carriedBy(bytes);
  if (carried === null) return said('pdf', { file: failed('file-altered') }, trust, options);
  const { credential, logProof, signed } = carried;
  if (credential === null) return nothing(trust, options);
  const read = securedIn(credential);
  const signedAt = read.as === 'secured' ? read.secured.signedAt : options.now;
  const file: Finding = { held: passed, unpinned: unknown('file-not-checked'), broken: failed('file-altered') }[
    await signed(trust.pdfRoots, signedAt)
  ];
  const logProofs = [...(logProof === null ? [] : [logProof]), ...(options.logProofs ?? [])];
  return verifyText(credential, 'pdf', trust, { ...options, requireLog: true, logProofs }, { file });
}

function nothing(trust: Trust, options: Options): Report {
  return said('none', { form: unknown('no-certificate') }, trust, options);
}

function said(kind: Kind, findings: Findings, trust: Trust, { now }: Options): Report {
  return { ...judge(findings), kind, facts: null, ...moments(trust, now, null), logged: null };
}
