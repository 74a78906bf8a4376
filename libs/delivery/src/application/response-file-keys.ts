import { createECDH, createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '@hz/kernel';
import { SecretBox, UnitOfWork } from '@hz/platform';
import type { ResponseFileKey } from '../contract';
import { ResponseFileRepository } from '../persistence/response-file.repository';

const PURPOSE = 'response-file-key';
const CURVE = 'prime256v1';

/** The key to which pages encrypt response files: made once, kept sealed in the database, the same for all nodes. */
@Injectable()
export class ResponseFileKeys {
  private kept: ResponseFileKey | null = null;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: ResponseFileRepository,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  async current(): Promise<ResponseFileKey> {
    if (this.kept !== null) return this.kept;
    let stored = await this.files.currentKey();
    if (stored === null) {
      await this.uow.run((tx) => this.files.addKeyOnce(tx, this.made(), this.clock.now()));
      stored = (await this.files.currentKey())!;
    }
    this.kept = { id: stored.id, publicKey: stored.publicKey };
    return this.kept;
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
