import { fromBase64Url, type Bytes } from './bytes';
import { numberOf, placesOf, type Places, type Proof, type SignedContent } from './credential';
import { isStatusList } from './credential-shape';
import { isProven, proofsOf } from './data-integrity';
import { inflated } from './inflate';
import { keyFor } from './issuer';
import { failed, passed, unknown, type Finding } from './judge';
import { isCanonical, jsonOf } from './json';
import type { Logged } from './log-proof';
import type { UnknownCode } from './report';
import type { Trust } from './trust';

/** Clocks differ by so much without anybody being wrong. */
export const SKEW_MS = 5 * 60_000;
/** A list has at least 131,072 places (W3C Bitstring Status List 1.0), and none of ours is 32 times as long. */
const [MIN_BYTES, MAX_BYTES] = [16_384, 512 * 1_024];

export interface StatusSources {
  /** The texts of status list credentials. */
  readonly lists: readonly string[];
  /** Gets one that is not among them; null where it cannot. */
  readonly fetchList?: (url: string) => Promise<string | null>;
  readonly now: number;
}

export interface StatusFound {
  readonly finding: Finding;
  /** When the older of the lists was signed, in ms; null where none was good. */
  readonly asOf: number | null;
}

interface ListDocument {
  readonly '@context': readonly string[];
  readonly id: string;
  readonly issuer: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly credentialSubject: { readonly id: string; readonly statusPurpose: string; readonly encodedList: string };
  readonly proof: readonly Proof[];
}

type Bit = { readonly set: boolean; readonly fresh: boolean; readonly asOf: number } | UnknownCode;

/** What the status lists say of a credential. */
export function statusOf(content: SignedContent, trust: Trust, sources: StatusSources): Promise<StatusFound> {
  return statusAt(placesOf(content), content.issuer.id, trust, sources);
}

/**
 * A revocation is for ever, so it counts in an old list too. Of the rest only a fresh list of what does not count now can say that a
 * certificate stands.
 */
export async function statusAt(
  { index, revocations, current }: Places,
  did: string,
  trust: Trust,
  sources: StatusSources,
): Promise<StatusFound> {
  const bitOf = (url: string, purpose: Purpose) => bitIn(url, purpose, index, did, trust, sources);
  const now = current === null ? null : await bitOf(current, 'suspension');
  const needsOther = now === null || typeof now === 'string' || now.set || !now.fresh;
  const ever = needsOther ? await bitOf(revocations, 'revocation') : null;
  const seen = [now, ever].flatMap((bit) => (bit === null || typeof bit === 'string' ? [] : [bit.asOf]));
  return { finding: judged(now, ever), asOf: seen.length > 0 ? Math.min(...seen) : null };
}

function judged(now: Bit | null, ever: Bit | null): Finding {
  if (isBit(ever) && ever.set) return failed('revoked');
  const telling = now ?? ever;
  if (!isBit(telling)) return unknown(telling ?? 'status-missing');
  if (!telling.fresh) return unknown('status-stale');
  if (!telling.set) return passed;
  return failed(isBit(ever) && ever.fresh ? 'suspended' : 'suspended-or-revoked');
}

const isBit = (bit: Bit | null): bit is Exclude<Bit, string> => bit !== null && typeof bit !== 'string';

type Purpose = 'revocation' | 'suspension';

async function bitIn(
  url: string,
  purpose: Purpose,
  index: number,
  did: string,
  trust: Trust,
  sources: StatusSources,
): Promise<Bit> {
  const texts = await textsOf(url, sources);
  if (texts.length === 0) return 'status-missing';
  const good: Exclude<Bit, string>[] = [];
  for (const list of texts.flatMap((text) => documentOf(text, url))) {
    const bits = list.credentialSubject.statusPurpose === purpose ? await bitsOf(list, did, trust) : null;
    const byte = bits?.[Math.floor(index / 8)];
    if (byte === undefined) continue;
    const asOf = Date.parse(list.validFrom);
    const fresh = asOf <= sources.now + SKEW_MS && sources.now < Date.parse(list.validUntil);
    good.push({ set: ((byte >> (7 - (index % 8))) & 1) === 1, fresh, asOf });
  }
  return good.sort((a, b) => b.asOf - a.asOf)[0] ?? 'status-bad';
}

/** What may be the list of an address: what was given in its name, or else what is got from there. */
async function textsOf(url: string, { lists, fetchList }: StatusSources): Promise<string[]> {
  const given = lists.filter((text) => text.includes(`"id":"${url}"`));
  if (given.length > 0 || fetchList === undefined) return given;
  const text = await fetchList(url).catch(() => null);
  return text === null ? [] : [text];
}

function documentOf(text: string, url: string): ListDocument[] {
  const said = jsonOf(text);
  if (said === undefined || !isStatusList(said) || !isCanonical(text.trimEnd(), said)) return [];
  const list = said as unknown as ListDocument;
  return list.id === url ? [list] : [];
}

/** The bits of a list that the issuer signed; null when it did not, or they are damaged. */
async function bitsOf(list: ListDocument, did: string, trust: Trust): Promise<Bytes | null> {
  const { verificationMethod, created } = proofsOf(list)[0]!;
  const { finding, key } = keyFor(trust, list.issuer, verificationMethod, Date.parse(created));
  if (list.issuer !== did || key === null || finding.outcome !== 'passed') return null;
  if (!(await isProven(list, key.publicKey))) return null;
  const packed = fromBase64Url(list.credentialSubject.encodedList.slice(1));
  try {
    const bits = packed && (await inflated(packed, 'gzip', MAX_BYTES));
    return bits !== null && bits.length >= MIN_BYTES ? bits : null;
  } catch {
    return null;
  }
}

/** What logged statements say of a certificate that no longer counts: a list tells that it does not, the log tells why. */
export function statusInLog(content: SignedContent, statements: readonly Logged[]): Finding | null {
  const own = statements.filter(({ committed }) => committed.number === numberOf(content));
  if (own.some(({ kind }) => kind === 'supersede')) return failed('superseded');
  return own.some(({ kind }) => kind === 'revoke') ? failed('revoked') : null;
}
