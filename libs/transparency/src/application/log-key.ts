import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@hz/kernel';
import { CONFIG, isSignedBy, Signer, type Config } from '@hz/platform';
import { LogKeyRefused } from '../contract';
import { ED25519, noteKey, signatureLine, utf8, verifierKey, type NoteKey } from '../domain/note';
import { originOf } from '../domain/checkpoint';
import { CheckpointRepository } from '../persistence/checkpoint.repository';

/** The key of the log. Its first is adopted by itself; any other signs only after `adopt`. */
@Injectable()
export class LogKey {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
    private readonly signer: Signer,
    private readonly checkpoints: CheckpointRepository,
    private readonly clock: Clock,
  ) {}

  /** The origin that a log founded now would have. */
  get origin(): string {
    return originOf(this.config.publicUrl);
  }

  /** The signature line for a checkpoint's text. Throws LogKeyRefused: a signature that does not hold by the adopted key leaves no trace. */
  async sign(origin: string, text: string): Promise<string> {
    const key = await this.atHand(origin);
    const word = verifierKey(key);
    await this.checkpoints.addKey(word, this.clock.now(), { onlyFirst: true });
    if (!(await this.checkpoints.keys()).includes(word)) throw new LogKeyRefused({ key: word, why: 'not-adopted' });
    const signature = await this.signer.sign('log', utf8(text));
    if (!isSignedBy(key.publicKey, utf8(text), signature)) throw new LogKeyRefused({ key: word, why: 'not-valid' });
    return signatureLine(key, signature);
  }

  /** Whether the key at hand may sign: it was adopted, or it will be the first. */
  async isAdopted(): Promise<boolean> {
    const head = await this.checkpoints.head();
    const keys = await this.checkpoints.keys();
    return keys.length === 0 || keys.includes(verifierKey(await this.atHand(head?.origin ?? this.origin)));
  }

  /** Lets the key at hand sign from now on, after a rotation. The old ones stay listed: what they signed stays verifiable (P7). */
  async adopt(): Promise<string> {
    const head = await this.checkpoints.head();
    const word = verifierKey(await this.atHand(head?.origin ?? this.origin));
    await this.checkpoints.addKey(word, this.clock.now(), { onlyFirst: false });
    return word;
  }

  private async atHand(origin: string): Promise<NoteKey> {
    try {
      return noteKey(origin, ED25519, new Uint8Array(await this.signer.publicKey('log')));
    } catch (error) {
      throw new LogKeyRefused({ why: error instanceof Error ? error.message : 'missing' });
    }
  }
}
