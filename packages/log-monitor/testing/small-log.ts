import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CompactRange, leafHash } from '../src/merkle';
import { canonicalJson, leafText } from '../src/leaf';

/** A log over HTTP that does what its test says, also what no honest log does. */
export class SmallLog {
  readonly leaves: Buffer[] = [];
  /** What is served as the newest checkpoint; null: that of all leaves. */
  shown: string | null = null;
  /** Changes what is served of a leaf. */
  served = (_index: number, leaf: Buffer): Buffer => leaf;
  private readonly keys = generateKeyPairSync('ed25519');
  private readonly origin = 'log.example/log';
  private server: Server | undefined;

  async start(): Promise<this> {
    this.server = createServer((request, reply) => {
      const found = this.answer(request.url!);
      reply.writeHead(found === null ? 404 : 200).end(found ?? '');
    });
    await new Promise<void>((done) => this.server!.listen(0, '127.0.0.1', done));
    return this;
  }

  stop(): void {
    this.server?.closeAllConnections();
    this.server?.close();
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server!.address() as AddressInfo).port}/log`;
  }

  /** The verifier key of the log. */
  get key(): string {
    return `${this.origin}+${this.keyId.toString('hex')}+${this.keyBytes.toString('base64')}`;
  }

  append(count: number, name = 'certificate'): void {
    for (let no = 0; no < count; no += 1) {
      const commitment = createHash('sha256').update(`${name} ${this.leaves.length}`).digest('hex');
      this.leaves.push(Buffer.from(leafText('issue', '2026-09-01T01:00:00.000Z', commitment)));
    }
  }

  /** A checkpoint of the first `size` leaves, signed. */
  checkpoint(size = this.leaves.length, leaves: readonly Buffer[] = this.leaves): string {
    const range = new CompactRange();
    for (const leaf of leaves.slice(0, size)) range.append(leafHash(leaf));
    const text = `${this.origin}\n${size}\n${range.root().toString('base64')}\n`;
    const signature = Buffer.concat([this.keyId, sign(null, Buffer.from(text), this.keys.privateKey)]);
    return `${text}\n— ${this.origin} ${signature.toString('base64')}\n`;
  }

  /** The proof (C2SP tlog-proof) of a leaf in the tree of all leaves, with an opening. */
  proof(index: number, opening: object, checkpoint = this.checkpoint()): string {
    const hashes = siblings(this.leaves.map(leafHash), index).map((hash) => hash.toString('base64'));
    const extra = `extra ${Buffer.from(canonicalJson(opening)).toString('base64')}`;
    return ['c2sp.org/tlog-proof@v1', extra, `index ${index}`, ...hashes, '', checkpoint].join('\n');
  }

  private get keyBytes(): Buffer {
    const { x } = this.keys.publicKey.export({ format: 'jwk' });
    return Buffer.concat([Buffer.of(1), Buffer.from(x!, 'base64url')]);
  }

  private get keyId(): Buffer {
    return createHash('sha256').update(`${this.origin}\n`).update(this.keyBytes).digest().subarray(0, 4);
  }

  private answer(path: string): string | Buffer | null {
    if (path === '/log/checkpoint') return this.shown ?? this.checkpoint();
    const [, groups, width] = /^\/log\/tile\/entries\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d+))?$/.exec(path) ?? [];
    if (groups === undefined) return null;
    const first = Number(groups.replaceAll(/[x/]/g, '')) * 256;
    const leaves = this.leaves.slice(first, first + Number(width ?? 256));
    return Buffer.concat(
      leaves.flatMap((leaf, no) => {
        const given = this.served(first + no, leaf);
        return [Buffer.of(given.length >> 8, given.length & 0xff), given];
      }),
    );
  }
}

/** RFC 6962, section 2.1.1: the roots beside the way from a leaf to the root, nearest first. */
function siblings(hashes: readonly Buffer[], index: number): Buffer[] {
  if (hashes.length < 2) return [];
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  const [left, right] = [hashes.slice(0, split), hashes.slice(split)];
  return index < split ? [...siblings(left, index), rootOf(right)] : [...siblings(right, index - split), rootOf(left)];
}

function rootOf(hashes: readonly Buffer[]): Buffer {
  const range = new CompactRange();
  for (const hash of hashes) range.append(hash);
  return range.root();
}
