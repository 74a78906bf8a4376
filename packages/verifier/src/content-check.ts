import { factsOf, numberOf, placesOf, type SignedContent } from './credential';
import { keyFor } from './issuer';
import { failed, judge, passed, unknown, type Finding, type Findings } from './judge';
import { isIssueOf, logged, type Logged } from './log-proof';
import type { Options } from './options';
import type { Kind, Report } from './report';
import { OTHER_KEY } from './signed-note';
import { SKEW_MS, statusInLog, statusOf, type StatusFound } from './status';
import type { Trust, TrustedKey } from './trust';

/** A credential in whichever form it came. */
export interface Secured {
  readonly kind: Kind;
  readonly content: SignedContent;
  /** Its signed text, as the leaf of its issue has the hash of it. */
  readonly document: string;
  /** The verification method and the moment of signing (ms). */
  readonly method: string;
  readonly signedAt: number;
  /** Whether the text is, to the character, what was signed. */
  readonly verbatim: boolean;
  /** Certificates of before the log have no proof. */
  readonly mayLackLog: boolean;
  isSignedBy(key: TrustedKey): Promise<boolean>;
}

interface LogFound {
  readonly finding: Finding & { readonly needed: boolean };
  readonly issue: Logged | null;
  readonly statements: readonly Logged[];
}

/** All that is to be checked of a credential; `more` are findings about the file that it came in. */
export async function checkContent(
  secured: Secured,
  trust: Trust,
  options: Options,
  more: Findings = {},
): Promise<Report> {
  const { content, method, signedAt } = secured;
  const log = await logFinding(secured, trust, options);
  const witnessedAt = log.issue?.checkpoint.witnessedAt ?? null;
  const { finding: issuer, key } = keyFor(trust, content.issuer.id, method, signedAt, witnessedAt);
  const signature = key === null ? unknown(issuer.code!) : await signatureOf(secured, key);
  const relied = signature.outcome === 'passed';
  const status = relied ? await statusFinding(secured, trust, options, log.statements) : NOTHING;
  const findings: Findings = {
    form: secured.verbatim ? passed : unknown('rewritten'),
    issuer,
    signature,
    ...more,
    log: log.finding,
    status: relied ? status.finding : undefined,
    validity: relied ? validityOf(content, options.now) : undefined,
  };
  const { issue } = log;
  const shown = relied && secured.verbatim;
  return {
    ...judge(findings),
    kind: secured.kind,
    facts: shown ? factsOf(content) : null,
    ...moments(trust, options.now, status.asOf),
    logged: issue && { origin: issue.checkpoint.origin, index: issue.index, size: issue.checkpoint.size, at: issue.at },
  };
}

const NOTHING: StatusFound = { finding: unknown('status-missing'), asOf: null };

/** When the check was made, and how old is what it relies on. */
export function moments(trust: Trust, now: number, statusAsOf: number | null) {
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  return { checkedAt: new Date(now).toISOString(), statusAsOf: iso(statusAsOf), trustAsOf: iso(trust.asOf) };
}

async function signatureOf(secured: Secured, key: TrustedKey): Promise<Finding> {
  return (await secured.isSignedBy(key)) ? passed : failed('proof-broken');
}

async function statusFinding(
  { content }: Secured,
  trust: Trust,
  { statusLists = [], fetchList, now }: Options,
  statements: readonly Logged[],
): Promise<StatusFound> {
  const sources = { lists: statusLists, now, ...(fetchList && { fetchList }) };
  const found = await statusOf(content, trust, sources);
  const told = statusInLog(content, statements);
  return told === null ? found : { ...found, finding: told };
}

function validityOf({ validFrom, validUntil }: SignedContent, now: number): Finding {
  if (now >= Date.parse(validUntil)) return failed('expired');
  return now < Date.parse(validFrom) - SKEW_MS ? unknown('not-yet-valid') : passed;
}

async function logFinding(secured: Secured, trust: Trust, options: Options): Promise<LogFound> {
  const { logProofs = [], requireLog = false } = options;
  // What was handed in must hold; a certificate of before the log has nothing to hand in.
  const needed = logProofs.length > 0 || (requireLog && !secured.mayLackLog);
  const without = (finding: Finding): LogFound => ({ finding: { ...finding, needed }, issue: null, statements: [] });
  if (logProofs.length === 0) return without(unknown('log-proof-missing'));
  if (trust.logKeys.length === 0) return without(unknown('log-not-in-trust'));
  const read = await Promise.all(logProofs.map((proof) => logged(proof, trust.logKeys, trust.witnessKeys)));
  if (read.includes(null)) return without(failed('log-proof-bad'));
  const held = read.filter((each): each is Logged => each !== null && each !== OTHER_KEY);
  const statements = held.filter(({ kind }) => kind !== 'issue');
  const issues = held.filter(({ kind }) => kind === 'issue');
  const number = numberOf(secured.content);
  for (const issue of issues)
    if (await isIssueOf(issue, number, secured.document)) return { finding: { ...passed, needed }, issue, statements };
  if (issues.length > 0) return without(failed('log-proof-bad'));
  const open = read.includes(OTHER_KEY) ? unknown('log-not-in-trust') : unknown('log-proof-missing');
  return { finding: { ...open, needed }, issue: null, statements };
}

/** Whether the credential is of those that were signed at first: they name the list of revocations alone. */
export const isEarlier = (content: SignedContent): boolean => placesOf(content).current === null;
