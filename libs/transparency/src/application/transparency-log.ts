import { Injectable } from '@nestjs/common';
import type { Tx } from '@hz/platform';
import {
  commitmentOf,
  leafText,
  LoggedDifferently,
  LogPartNotFound,
  NotIncludedYet,
  openingText,
  type LogEntry,
  type LogEntryId,
  type Opening,
} from '../contract';
import { sameBytes } from '../domain/merkle-hash';
import { noteOf, utf8 } from '../domain/note';
import { tlogProofText } from '../domain/tlog-proof';
import { CheckpointRepository, type SignedCheckpoint } from '../persistence/checkpoint.repository';
import { EntryRepository, type RecordedEntry } from '../persistence/entry.repository';
import { IntegrateEntries } from './integrate-entries.command';
import { TreeReader } from './tree-reader';

/** The front door: what happens to certificates goes in here, and comes out as a proof that a stranger can check. */
@Injectable()
export class TransparencyLog {
  constructor(
    private readonly entries: EntryRepository,
    private readonly checkpoints: CheckpointRepository,
    private readonly integrate: IntegrateEntries,
    private readonly tree: TreeReader,
  ) {}

  /**
   * Records an entry in the caller's transaction and gives its id. The same again gives the same id, and the moment that was recorded
   * first counts (P2). Throws LoggedDifferently for a second issue, supersede or revoke of one certificate with another commitment.
   */
  async append(tx: Tx, entry: LogEntry): Promise<LogEntryId> {
    const id = (await this.entries.add(tx, entry)) ?? (await this.entries.find(tx, entry));
    if (id === null) throw new LoggedDifferently({ subject: entry.subject, kind: entry.kind });
    return id;
  }

  /**
   * The entry's place and a signed checkpoint that covers it; integrates whatever waits. To be called after the commit of `append`, never
   * inside. Throws LogPartNotFound, NotIncludedYet, LogKeyRefused, LogDamaged.
   */
  async included(id: LogEntryId): Promise<{ index: number; checkpoint: string }> {
    const { index, checkpoint } = await this.covered(id);
    return { index, checkpoint: fullNote(checkpoint) };
  }

  /**
   * The tlog-proof of the entry under the newest checkpoint. With its opening, which must be that of its commitment, the proof says what
   * was committed to. Throws as `included` does.
   */
  async proof(id: LogEntryId, opening?: Opening): Promise<string> {
    const { entry, index, checkpoint } = await this.covered(id);
    if (opening !== undefined && commitmentOf(opening) !== entry.commitment) {
      throw new LoggedDifferently({ subject: entry.subject, kind: entry.kind });
    }
    const hashes = await this.tree.inclusionProof(index, checkpoint);
    const extra = opening === undefined ? undefined : openingText(entry, opening);
    return tlogProofText({ index, hashes, checkpoint: fullNote(checkpoint), extra });
  }

  /** Throws LogDamaged when the leaf that is served for an entry no longer says what the entry says; else throws as `included` does. */
  async confirm(id: LogEntryId): Promise<void> {
    const { entry, index } = await this.covered(id);
    const [leaf] = await this.entries.leaves(index, index + 1);
    if (leaf === undefined || !sameBytes(leaf, utf8(leafText(entry)))) throw this.tree.damaged(`entry ${index}`);
  }

  /** The certificates after `from` up to `upTo` (null: to the end), in byte order, of which the log says that they were issued. */
  issuedWithin(span: { readonly from: string; readonly upTo: string | null }): Promise<string[]> {
    return this.entries.subjectsWithin('issue', span);
  }

  private async covered(id: LogEntryId) {
    const found = (await this.find(id)) ?? (await this.integrate.run().then(() => this.find(id)));
    if (found === null) throw new NotIncludedYet();
    return found;
  }

  private async find(
    id: LogEntryId,
  ): Promise<{ entry: RecordedEntry; index: number; checkpoint: SignedCheckpoint } | null> {
    const entry = await this.entries.byId(id);
    if (entry === null) throw new LogPartNotFound({ part: id });
    const checkpoint = entry.index === null ? null : await this.checkpoints.latest();
    if (entry.index === null || checkpoint === null || checkpoint.size <= entry.index) return null;
    return { entry, index: entry.index, checkpoint };
  }
}

/** The checkpoint with the signatures of log and witnesses. */
export function fullNote({ text, signatureLine, witnessLines }: SignedCheckpoint): string {
  return noteOf(text, [signatureLine, ...witnessLines]);
}
