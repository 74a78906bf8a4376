import { trustOf, type Trust } from './verifier';

const KEPT = 'hz-verify-trust';

/** What this site is relied on for: its keys as it serves them, or as it served them when it was last reached. */
export interface KnownTrust {
  readonly trust: Trust;
  readonly url: string;
  /** Whether the site answered just now. A browser that calls itself on line may still reach nothing. */
  readonly reached: boolean;
}

/** Null when the site was never reached from this device. */
export async function knownTrust(): Promise<KnownTrust | null> {
  const file = await served().catch(() => null);
  if (file !== null) keep(file);
  const known = file ?? kept();
  return known === null ? null : { trust: await trustOf(known), url: known.issuers[0]!.url, reached: file !== null };
}

interface TrustFile {
  readonly issuers: readonly { readonly url: string; readonly didDocument: { readonly id: string } }[];
  readonly logKeys: readonly string[];
  readonly pdfRoots: readonly string[];
  readonly retrievedAt: string;
}

async function served(): Promise<TrustFile> {
  const [did, keys, root] = await Promise.all([
    answered('/.well-known/did.json').then((reply) => reply.json() as Promise<{ id: string }>),
    answered('/log/key').then(
      (reply) => reply.text(),
      () => '',
    ),
    answered('/ca/root.crt').then(
      (reply) => reply.arrayBuffer(),
      () => null,
    ),
  ]);
  return {
    issuers: [{ url: addressOf(did.id), didDocument: did }],
    logKeys: keys.split('\n').filter((line) => line !== ''),
    pdfRoots: root === null ? [] : [pemOf(new Uint8Array(root))],
    retrievedAt: new Date().toISOString(),
  };
}

/** An answer from the site itself: what a cache holds is older than it says. */
async function answered(path: string): Promise<Response> {
  const reply = await fetch(path, { cache: 'no-store' });
  if (!reply.ok) throw new Error(`${path}: ${reply.status}`);
  return reply;
}

/** The address that a did:web stands for; the scheme is that of this page. */
const addressOf = (did: string): string => `${location.protocol}//${decodeURIComponent(did.slice('did:web:'.length))}`;

function pemOf(der: Uint8Array): string {
  return `-----BEGIN CERTIFICATE-----\n${btoa(String.fromCharCode(...der))}\n-----END CERTIFICATE-----`;
}

function keep(file: TrustFile): void {
  try {
    localStorage.setItem(KEPT, JSON.stringify(file));
  } catch {
    // Without room it is fetched again the next time.
  }
}

function kept(): TrustFile | null {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? 'null') as TrustFile | null;
  } catch {
    return null;
  }
}
