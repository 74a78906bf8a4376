import { Inject, Injectable } from '@nestjs/common';
import { Clock, instant, MS_PER_MINUTE, MS_PER_SECOND, type Instant } from '@hz/kernel';
import { CONFIG, ConfigurationError, isSignedBy, UnitOfWork, type Config } from '@hz/platform';
import { CosignatureRefused } from '../contract';
import { parseCheckpoint } from '../domain/checkpoint';
import { cosignedBytes, timedSignature } from '../domain/cosignature';
import { COSIGNATURE, parseNote, parseVerifierKey, signaturesOf, type Note, type NoteKey } from '../domain/note';
import { CheckpointRepository } from '../persistence/checkpoint.repository';

const CLOCKS_DIFFER_MS = 5 * MS_PER_MINUTE;

interface HeldCosignature {
  readonly keyName: string;
  readonly keyId: string;
  readonly line: string;
  readonly at: Instant;
}

/** Takes the signatures of witnesses that the operator knows (LOG_WITNESSES) on checkpoints that were published. */
@Injectable()
export class AcceptCosignature {
  private readonly witnesses: readonly NoteKey[];

  constructor(
    @Inject(CONFIG) config: Pick<Config, 'logWitnesses'>,
    private readonly checkpoints: CheckpointRepository,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {
    this.witnesses = config.logWitnesses.map((word) => {
      const key = parseVerifierKey(word);
      if (key?.type !== COSIGNATURE) throw new ConfigurationError(['LOG_WITNESSES']);
      return key;
    });
  }

  /** The names of the witnesses whose signatures hold; those of others are passed over. Throws CosignatureRefused when none does. */
  async run(checkpoint: string): Promise<string[]> {
    const note = parseNote(checkpoint);
    const body = note === null ? null : parseCheckpoint(note.text);
    if (note === null || body === null) throw new CosignatureRefused({ why: 'not-a-checkpoint' });
    if ((await this.checkpoints.bySize(body.size))?.text !== note.text) {
      throw new CosignatureRefused({ why: 'not-published' });
    }
    const held = this.witnesses.flatMap((witness) => this.holding(note, witness));
    if (held.length === 0) throw new CosignatureRefused({ why: 'no-known-witness' });
    await this.uow.run((tx) => this.checkpoints.addCosignatures(tx, body.size, held));
    return held.map(({ keyName }) => keyName);
  }

  /** A signature that names a known witness and does not hold spoils the note, as C2SP signed-note has it. */
  private holding(note: Note, witness: NoteKey): HeldCosignature[] {
    return signaturesOf(note, witness).map((signature) => {
      const timed = timedSignature(signature);
      const holds =
        timed !== null && isSignedBy(witness.publicKey, cosignedBytes(note.text, timed.seconds), timed.signature);
      if (!holds) throw new CosignatureRefused({ why: 'signature', witness: witness.name });
      const at = instant(timed.seconds * MS_PER_SECOND);
      if (at > this.clock.now() + CLOCKS_DIFFER_MS)
        throw new CosignatureRefused({ why: 'future', witness: witness.name });
      return { keyName: witness.name, keyId: witness.id, line: signature.line, at };
    });
  }
}
