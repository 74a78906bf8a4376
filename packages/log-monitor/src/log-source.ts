const TILE_WIDTH = 256;
const MOST_BYTES = 20_000_000;
const PATIENCE_MS = 30_000;

/** The log did not answer, or not with what was asked for: nothing can be said of it. */
export class CannotLook extends Error {}

/** Leaves that lie together: those with the numbers `first`, `first + 1`, … */
export interface Bundle {
  readonly first: number;
  readonly leaves: readonly Buffer[];
}

/** Reads a log over HTTP (C2SP tlog-tiles). */
export class LogSource {
  private readonly base: string;

  constructor(url: string) {
    this.base = url.replace(/\/+$/, '');
  }

  async checkpoint(): Promise<string> {
    return (await fetched(`${this.base}/checkpoint`)).toString('utf8');
  }

  /** The bundles that hold the leaves from `start` on, of a log of `size`; the first one may begin before `start`. Throws CannotLook. */
  async *bundles(start: number, size: number): AsyncGenerator<Bundle> {
    for (let index = Math.floor(start / TILE_WIDTH); index * TILE_WIDTH < size; index += 1) {
      const first = index * TILE_WIDTH;
      const width = Math.min(TILE_WIDTH, size - first);
      const path = bundlePath(index, width);
      const leaves = parted(await fetched(`${this.base}/${path}`));
      if (leaves?.length !== width) throw new CannotLook(`${path}: ${leaves?.length ?? 'no'} leaves, not ${width}`);
      yield { first, leaves };
    }
  }
}

/** Any document over HTTP(S). Throws CannotLook. */
export async function fetched(url: string): Promise<Buffer> {
  try {
    const reply = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'error', cache: 'no-store' });
    if (!reply.ok) throw new CannotLook(`${url}: ${reply.status}`);
    const bytes = Buffer.from(await reply.arrayBuffer());
    if (bytes.length > MOST_BYTES) throw new CannotLook(`${url}: ${bytes.length} bytes`);
    return bytes;
  } catch (error) {
    if (error instanceof CannotLook) throw error;
    const { message, cause } = error as Error;
    throw new CannotLook(`${url}: ${cause instanceof Error ? cause.message : message}`);
  }
}

/** Bundle 1234067 lies under `x001/x234/067`. */
function bundlePath(index: number, width: number): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g)!;
  const path = [...groups.slice(0, -1).map((group) => `x${group}`), groups.at(-1)!].join('/');
  return `tile/entries/${path}${width < TILE_WIDTH ? `.p/${width}` : ''}`;
}

/** Leaves, each after its length of two bytes; null when the last one is cut off. */
function parted(bytes: Buffer): Buffer[] | null {
  const leaves: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    if (at + 2 > bytes.length) return null;
    const end = at + 2 + bytes.readUInt16BE(at);
    if (end > bytes.length) return null;
    leaves.push(bytes.subarray(at + 2, end));
    at = end;
  }
  return leaves;
}
