import { paperDigest, paperPath, type PaperRef } from '@hz/delivery/contract';
import { NetworkProblem } from '../../shared/api/problem';
import { storedPaper, storePaper } from './paper-store';

type File = Uint8Array<ArrayBuffer>;
/** Called with the share that has arrived, 0 to 1. */
type OnShare = (share: number) => void;

const TIMEOUT_MS = 60_000;

/**
 * The sealed paper: from this device or else from where it lies, and from our own server where that place fails or serves anything else.
 * Rejects with NetworkProblem where nothing gives it. What does not have the digest is never used.
 */
export async function paperFile(ref: PaperRef, onShare: OnShare = () => undefined): Promise<File> {
  const known = await storedPaper(ref.digest);
  if (known !== null) return known;
  // What was wrong may lie in a cache, which was told to keep it for ever: the second try goes past it.
  const file =
    (await fetched(ref, { url: ref.url, cache: 'default' }, onShare)) ??
    (await fetched(ref, { url: paperPath(ref.digest), cache: 'reload' }, onShare));
  if (file === null) throw new NetworkProblem();
  await storePaper(ref.digest, file);
  return file;
}

async function fetched(
  { digest, bytes }: PaperRef,
  { url, cache }: { url: string; cache: RequestCache },
  onShare: OnShare,
): Promise<File | null> {
  try {
    // No cookie: whoever keeps papers learns nothing of who asks.
    const reply = await fetch(url, { credentials: 'omit', cache, signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!reply.ok || reply.body === null) return null;
    const file = await collected(reply.body, bytes, onShare);
    return file !== null && (await paperDigest(file)) === digest ? file : null;
  } catch {
    return null;
  }
}

async function collected(body: ReadableStream<Uint8Array>, bytes: number, onShare: OnShare): Promise<File | null> {
  const file = new Uint8Array(bytes);
  let at = 0;
  for (const reader = body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) return at === bytes ? file : null;
    if (at + value.length > bytes) return null;
    file.set(value, at);
    at += value.length;
    onShare(at / bytes);
  }
}
