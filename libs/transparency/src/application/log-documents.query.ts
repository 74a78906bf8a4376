import { Injectable } from '@nestjs/common';
import { LogPartNotFound } from '../contract';
import { leafHash, sameBytes } from '../domain/merkle-hash';
import { hashAt, parseTilePath, TILE_WIDTH, tileKey, tilePath, widthAt } from '../domain/tiles';
import { addCheckpointText, tlogProofText } from '../domain/tlog-proof';
import { EMPTY_ROOT } from '../domain/merkle-hash';
import { CheckpointRepository, type SignedCheckpoint } from '../persistence/checkpoint.repository';
import { EntryRepository } from '../persistence/entry.repository';
import { fullNote } from './transparency-log';
import { TreeReader } from './tree-reader';

/** What anybody may fetch of the log. Everything but the checkpoint never changes once it is there. */
@Injectable()
export class LogDocuments {
  constructor(
    private readonly checkpoints: CheckpointRepository,
    private readonly entries: EntryRepository,
    private readonly tree: TreeReader,
  ) {}

  /** The newest checkpoint as a signed note. Throws LogPartNotFound before the first one. */
  async checkpoint(): Promise<string> {
    return fullNote(await this.latest());
  }

  /** The keys of the log as verifier keys, oldest first, a line each. */
  async keys(): Promise<string> {
    const keys = await this.checkpoints.keys();
    if (keys.length === 0) throw new LogPartNotFound({ part: 'key' });
    return keys.map((key) => `${key}\n`).join('');
  }

  /** A tile or an entry bundle by its path below `tile/`. Throws LogPartNotFound, LogDamaged. */
  async tile(path: string): Promise<Uint8Array> {
    const asked = parseTilePath(path);
    if (asked === null) throw new LogPartNotFound({ part: `tile/${path.slice(0, 40)}` });
    const { level, index, width } = asked;
    const id = { level: level === 'entries' ? 0 : level, index };
    const { size } = await this.latest();
    if (widthAt(size, id) < width) throw new LogPartNotFound({ part: `tile/${path}` });
    const hashes = (await this.tree.read([id], size)).get(tileKey(id))!.hashes.subarray(0, width * 32);
    return level === 'entries' ? this.bundle(index, width, hashes) : hashes;
  }

  /** The tlog-proof of a place in the log. Throws LogPartNotFound, LogDamaged. */
  async proof(index: number): Promise<string> {
    const checkpoint = await this.latest();
    if (index >= checkpoint.size) throw new LogPartNotFound({ part: `proof/${index}` });
    const hashes = await this.tree.inclusionProof(index, checkpoint);
    return tlogProofText({ index, hashes, checkpoint: fullNote(checkpoint) });
  }

  /** What shows a witness that the newest checkpoint continues the one of `oldSize`. Throws LogPartNotFound, LogDamaged. */
  async consistency(oldSize: number): Promise<string> {
    const checkpoint = await this.latest();
    const before = oldSize === 0 ? { size: 0, root: EMPTY_ROOT } : await this.checkpoints.bySize(oldSize);
    if (before === null || before.size > checkpoint.size) {
      throw new LogPartNotFound({ part: `consistency/${oldSize}` });
    }
    const hashes = await this.tree.consistencyProof(before, checkpoint);
    return addCheckpointText(oldSize, hashes, fullNote(checkpoint));
  }

  private async latest(): Promise<SignedCheckpoint> {
    const checkpoint = await this.checkpoints.latest();
    if (checkpoint === null) throw new LogPartNotFound({ part: 'checkpoint' });
    return checkpoint;
  }

  /** Leaves, each after its length (two bytes, the higher one first). One that has not the hash in the tree is named and not served. */
  private async bundle(index: number, width: number, hashes: Uint8Array): Promise<Uint8Array> {
    const start = index * TILE_WIDTH;
    const leaves = await this.entries.leaves(start, start + width);
    if (leaves.length !== width) throw this.tree.damaged(`tile/${tilePath('entries', index)}`);
    leaves.forEach((leaf, no) => {
      if (!sameBytes(leafHash(leaf), hashAt({ hashes }, no))) throw this.tree.damaged(`entry ${start + no}`);
    });
    return Buffer.concat(leaves.flatMap((leaf) => [Uint8Array.of(leaf.length >> 8, leaf.length & 0xff), leaf]));
  }
}
