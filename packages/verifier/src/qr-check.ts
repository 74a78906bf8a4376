import { failed, judge, passed, unknown, type Finding, type Findings } from './judge';
import { keyFor } from './issuer';
import { moments } from './content-check';
import type { Options } from './options';
import { isQrSignedBy, qrContentOf, qrKeyFor, type QrCode, type QrContent } from './qr';
import type { Report } from './report';
import { statusAt } from './status';
import type { Trust, TrustedIssuer } from './trust';

const CHINA_MS = 8 * 3_600_000;

/**
 * What a QR code says by itself. Its signature can be checked without asking anybody; whether the certificate was revoked since can be
 * said only from a status list.
 */
export async function checkQr(code: QrCode, trust: Trust, options: Options): Promise<Report> {
  const content = qrContentOf(code);
  if (content === null) return reported({ form: failed('malformed') }, null, trust, options);
  if (code.url !== null && !trust.issuers.some(({ url }) => url === code.url))
    return reported({ form: passed, issuer: failed('issuer-unknown') }, null, trust, options);
  const candidates = await qrKeyFor(content, code, trust);
  if (candidates.length === 0) {
    const unlisted = unknown('key-not-in-trust');
    return reported({ form: passed, issuer: unlisted, signature: unlisted }, null, trust, options);
  }
  for (const { issuer, key } of candidates) {
    if (!(await isQrSignedBy(content, issuer, key))) continue;
    const { finding } = keyFor(trust, issuer.did, key.id, signedAtLatest(content));
    return signed(content, issuer, finding, trust, options);
  }
  return reported({ form: passed, issuer: passed, signature: failed('proof-broken') }, null, trust, options);
}

async function signed(
  content: QrContent,
  issuer: TrustedIssuer,
  finding: Finding,
  trust: Trust,
  { statusLists = [], fetchList, ...options }: Options,
): Promise<Report> {
  const url = `${issuer.url}/status-lists/${content.statusList}`;
  const sources = { lists: statusLists, now: options.now, ...(fetchList && { fetchList }) };
  const status = await statusAt(
    { index: content.statusIndex, revocations: url, current: `${url}/suspension` },
    issuer.did,
    trust,
    sources,
  );
  const findings: Findings = {
    form: passed,
    issuer: finding,
    signature: passed,
    status: status.finding,
    validity: validityOf(content, options.now),
  };
  const facts = { ...content.facts, issuer: { did: issuer.did, name: null, url: issuer.url } };
  return reported(findings, facts, trust, options, status.asOf);
}

function reported(
  findings: Findings,
  facts: Report['facts'],
  trust: Trust,
  { now }: Options,
  statusAsOf: number | null = null,
): Report {
  return { ...judge(findings), kind: 'qr', facts, ...moments(trust, now, statusAsOf), logged: null };
}

/** The end of the day of issue, in China: the payload has no hours. */
const signedAtLatest = ({ facts }: QrContent): number => Date.parse(`${facts.issuedAt}T23:59:59.999Z`) - CHINA_MS;

function validityOf({ facts }: QrContent, now: number): Finding {
  const today = new Date(now + CHINA_MS).toISOString().slice(0, 10);
  if (today > facts.expiresAt) return failed('expired');
  if (today === facts.expiresAt) return unknown('expires-today');
  return today < facts.issuedAt ? unknown('not-yet-valid') : passed;
}
