import { createECDH, createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '@hz/kernel';
import { SecretBox, UnitOfWork, type Tx } from '@hz/platform';
import type { ResponseFileKey } from '../contract';
import { ResponseFileRepository, type ResponseFileKeyView } from '../persistence/response-file.repository';

const PURPOSE = 'response-file-key';
const CURVE = 'prime256v1';
/** So long a process may hand out the key before, after another process has put a new one in its place. */
const KNOWN_FOR_MS = 2_000;

/** The key to which pages encrypt response files: made once, kept sealed in the database, the same for all nodes. */
@Injectable()
export class ResponseFileKeys {
  private kept: { readonly key: ResponseFileKey; readonly at: number } | null = null;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: ResponseFileRepository,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  async current(): Promise<ResponseFileKey> {
    if (this.kept !== null && performance.now() - this.kept.at < KNOWN_FOR_MS) return this.kept.key;
    let stored = await this.files.currentKey();
    if (stored === null) {
      await this.uow.run((tx) => this.files.addKeyOnce(tx, this.made(), this.clock.now()));
      stored = (await this.files.currentKey())!;
    }
    const key = { id: stored.id, publicKey: stored.publicKey };
    this.kept = { key, at: performance.now() };
    return key;
  }

  /**
   * Puts a new key in the place of the one that pages encrypt to; gives its id. What was encrypted to the one before stays readable. Pages
   * that are open go on with the key that they have.
   */
  async rotate(record: (tx: Tx, id: string) => Promise<void>): Promise<string> {
    const made = this.made();
    await this.uow.run(async (tx) => {
      const at = this.clock.now();
      await this.files.retireKey(tx, at);
      await this.files.addKeyOnce(tx, made, at);
      await record(tx, made.id);
    });
    this.kept = null;
    return made.id;
  }

  /** All that there are, oldest first. */
  all(): Promise<readonly ResponseFileKeyView[]> {
    return this.files.keys();
  }

  /** The secret that a file's own key shares with ours; null where the key is not of this installation. Throws where `theirs` is no point. */
  async sharedWith(keyId: string, theirs: string): Promise<Buffer | null> {
    const stored = await this.files.key(keyId);
    if (stored === null) return null;
    const ours = createECDH(CURVE);
    ours.setPrivateKey(this.box.open(PURPOSE, stored.id, stored.privateKeyEncrypted));
    return ours.computeSecret(theirs, 'base64url');
  }

  private made() {
    const pair = createECDH(CURVE);
    const publicKey = pair.generateKeys('base64url');
    const id = createHash('sha256').update(publicKey).digest('hex').slice(0, 16);
    return { id, publicKey, privateKeyEncrypted: this.box.seal(PURPOSE, id, pair.getPrivateKey()) };
  }
}
