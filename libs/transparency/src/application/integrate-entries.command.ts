import { Injectable } from '@nestjs/common';
import { Clock } from '@hz/kernel';
import { TestSwitches, UnitOfWork, type Tx } from '@hz/platform';
import { leafText, NotIncludedYet } from '../contract';
import { checkpointText, type CheckpointBody } from '../domain/checkpoint';
import { grownTree } from '../domain/growth';
import { leafHash, sameBytes } from '../domain/merkle-hash';
import { utf8 } from '../domain/note';
import type { Tree } from '../domain/proofs';
import { edgeOf } from '../domain/tiles';
import { CheckpointRepository } from '../persistence/checkpoint.repository';
import { EntryRepository } from '../persistence/entry.repository';
import { TileRepository } from '../persistence/tile.repository';
import { LastSigned } from './last-signed';
import { LogKey } from './log-key';
import { TreeReader } from './tree-reader';

const BATCH = 2_000;
const ATTEMPTS = 5;

/** Somebody else moved the head of the log meanwhile: what was worked out is of no use. */
class HeadMoved extends Error {}

/** Makes leaves of entries that wait, a batch in each transaction. The only place where the log grows. */
@Injectable()
export class GrowLog {
  constructor(
    private readonly entries: EntryRepository,
    private readonly tiles: TileRepository,
    private readonly checkpoints: CheckpointRepository,
    private readonly tree: TreeReader,
    private readonly uow: UnitOfWork,
    private readonly switches: TestSwitches,
  ) {}

  /** Until nothing waits any more. Throws NotIncludedYet when others moved the head again and again. */
  async run(): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        while ((await this.batch()) === BATCH) attempt = 1;
        return;
      } catch (error) {
        if (!(error instanceof HeadMoved)) throw error;
        if (attempt === ATTEMPTS) throw new NotIncludedYet();
      }
    }
  }

  private async batch(): Promise<number> {
    const grown = await this.uow.run(async (tx) => {
      if (!this.switches.without('log-lock')) await this.checkpoints.lockLog(tx);
      const head = (await this.checkpoints.head(tx))!;
      const waiting = await this.entries.waiting(tx, BATCH);
      if (waiting.length === 0) return 0;
      const leaves = waiting.map((entry, no) => ({
        index: head.size + no,
        entryId: entry.id,
        bytes: utf8(leafText(entry)),
      }));
      await this.write(tx, head, leaves);
      this.switches.crashPoint('transparency.integrate.before-commit');
      return waiting.length;
    });
    this.switches.crashPoint('transparency.integrate.after-commit');
    return grown;
  }

  private async write(tx: Tx, head: CheckpointBody, leaves: Parameters<EntryRepository['addLeaves']>[1]) {
    const edge = [...(await this.tree.read(edgeOf(head.size), head.size, tx)).values()];
    const grown = grownTree(
      head.size,
      edge,
      leaves.map(({ bytes }) => leafHash(bytes)),
    );
    const compare = !this.switches.without('log-head-cas');
    if (!(await this.checkpoints.moveHead(tx, head, grown, compare))) throw new HeadMoved();
    await this.entries.addLeaves(tx, leaves);
    await this.tiles.save(tx, grown.tiles);
  }
}

/** Signs the head, once it is committed and found to continue what was signed before. */
@Injectable()
export class SignHead {
  constructor(
    private readonly checkpoints: CheckpointRepository,
    private readonly tree: TreeReader,
    private readonly key: LogKey,
    private readonly lastSigned: LastSigned,
    private readonly clock: Clock,
  ) {}

  /** Throws LogKeyRefused, LogDamaged: then nothing is published. */
  async run(): Promise<void> {
    const head = (await this.checkpoints.head())!;
    const last = await this.checkpoints.latest();
    if (last !== null && last.size >= head.size) return;
    // A log must not sign what contradicts what it signed before; see C2SP tlog-checkpoint.
    if (last !== null) await this.tree.consistencyProof(last, head);
    await this.continueWhatLeftTheHouse(head, last);
    const text = checkpointText(head);
    const signatureLine = await this.key.sign(head.origin, text);
    await this.lastSigned.write(text);
    await this.checkpoints.add({ size: head.size, root: head.root, text, signatureLine }, this.clock.now());
  }

  private async continueWhatLeftTheHouse(head: CheckpointBody, last: Tree | null): Promise<void> {
    const left = await this.lastSigned.read();
    if (left === null || (left.size === last?.size && sameBytes(left.root, last.root))) return;
    if (left.origin !== head.origin || left.size > head.size) {
      throw this.tree.damaged(`${left.origin} has signed ${left.size} leaves, the database has ${head.size}`);
    }
    await this.tree.consistencyProof(left, head);
  }
}

/** Takes everything that waits into the log and signs it. Repeat-safe; those who ask at once share one run. */
@Injectable()
export class IntegrateEntries {
  private next: Promise<void> | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly grow: GrowLog,
    private readonly sign: SignHead,
    private readonly checkpoints: CheckpointRepository,
    private readonly key: LogKey,
    private readonly switches: TestSwitches,
  ) {}

  /** What was appended before the call is in a signed checkpoint after it. Throws NotIncludedYet, LogKeyRefused, LogDamaged. */
  run(): Promise<void> {
    this.next ??= this.begin();
    return this.next;
  }

  /** Whoever asks while a run is under way waits for the following one: the run may have missed the entry. */
  private async begin(): Promise<void> {
    await this.running.catch(() => undefined);
    this.next = undefined;
    this.running = this.integrate();
    return this.running;
  }

  private async integrate(): Promise<void> {
    if ((await this.checkpoints.head()) === null) await this.checkpoints.found(this.key.origin);
    await this.grow.run();
    await this.sign.run();
    this.switches.crashPoint('transparency.sign.after-commit');
  }
}
