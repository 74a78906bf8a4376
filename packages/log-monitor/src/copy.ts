import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { CompactRange, HASH_BYTES } from './merkle';
import type { Kind } from './leaf';

/** The monitor's own copy cannot be what it wrote. */
export class CopyDamaged extends Error {}

interface Kept {
  readonly size: number;
  readonly edge: readonly string[];
  readonly note: string | null;
  readonly counts: Partial<Record<Kind, number>>;
}

const CHUNK = 4_096;

/**
 * What the monitor knows of a log, in a folder: the hash of every leaf (`leaves.bin`) and the newest checkpoint that they lead to
 * (`state.json`). Hashes behind the size of the state are drafts: they count once `commit` has written the state.
 */
export class OwnCopy {
  private edge: CompactRange;
  private readonly file: number;
  private kept: Kept = { size: 0, edge: [], note: null, counts: {} };

  /** Throws CopyDamaged. */
  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
    if (existsSync(this.stateFile)) this.kept = JSON.parse(readFileSync(this.stateFile, 'utf8')) as Kept;
    const leaves = join(folder, 'leaves.bin');
    this.file = openSync(leaves, existsSync(leaves) ? 'r+' : 'w+');
    this.edge = new CompactRange(
      this.kept.size,
      this.kept.edge.map((hash) => Buffer.from(hash, 'base64')),
    );
    this.discard();
    if (!this.recounted(this.size).equals(this.edge.root())) {
      throw new CopyDamaged(`${leaves} does not lead to the root in ${this.stateFile}`);
    }
  }

  get size(): number {
    return this.kept.size;
  }

  /** The newest checkpoint that was found in order; null before the first. */
  get note(): string | null {
    return this.kept.note;
  }

  get counts(): Kept['counts'] {
    return this.kept.counts;
  }

  /** The hash of a leaf; null when the copy does not reach that far. */
  leaf(index: number): Buffer | null {
    if (index >= this.size) return null;
    const hash = Buffer.alloc(HASH_BYTES);
    readSync(this.file, hash, 0, HASH_BYTES, index * HASH_BYTES);
    return hash;
  }

  /** The root that the first `size` leaves have. */
  rootAt(size: number): Buffer {
    return size === this.edge.size ? this.edge.root() : this.recounted(size);
  }

  private recounted(size: number): Buffer {
    const range = new CompactRange();
    const chunk = Buffer.alloc(CHUNK * HASH_BYTES);
    while (range.size < size) {
      const wanted = Math.min(CHUNK, size - range.size) * HASH_BYTES;
      if (readSync(this.file, chunk, 0, wanted, range.size * HASH_BYTES) !== wanted) {
        throw new CopyDamaged(`${this.folder}: leaves are missing`);
      }
      for (let at = 0; at < wanted; at += HASH_BYTES) range.append(Buffer.from(chunk.subarray(at, at + HASH_BYTES)));
    }
    return range.root();
  }

  /** Adds hashes of leaves as drafts. */
  draft(hashes: readonly Buffer[]): void {
    writeSync(this.file, Buffer.concat(hashes), 0, undefined, this.edge.size * HASH_BYTES);
    for (const hash of hashes) this.edge.append(hash);
  }

  /** The root with all drafts. */
  draftRoot(): Buffer {
    return this.edge.root();
  }

  /** Makes the drafts count. After a crash before this, they never were. */
  commit(note: string, counts: Kept['counts']): void {
    fsyncSync(this.file);
    const edge = this.edge.hashes.map((hash) => hash.toString('base64'));
    this.kept = { size: this.edge.size, edge, note, counts };
    writeFileSync(`${this.stateFile}.next`, `${JSON.stringify(this.kept, null, 2)}\n`, { flush: true });
    renameSync(`${this.stateFile}.next`, this.stateFile);
  }

  /** Forgets all drafts. */
  discard(): void {
    this.edge = new CompactRange(
      this.kept.size,
      this.kept.edge.map((hash) => Buffer.from(hash, 'base64')),
    );
    ftruncateSync(this.file, this.size * HASH_BYTES);
  }

  close(): void {
    closeSync(this.file);
  }

  private get stateFile(): string {
    return join(this.folder, 'state.json');
  }
}
