import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config';

const VERSION = 1;

/**
 * Encrypts what may not lie open in the database (P10): AES-256-GCM under keys that HKDF-SHA-256 (RFC 5869) derives from the
 * master key, one for each purpose. Layout: version (1 byte), nonce (12), tag (16), ciphertext.
 */
@Injectable()
export class SecretBox {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'masterKey'>) {}

  /** `context` (such as the row's id) is authenticated: a ciphertext moved to another row does not open. */
  seal(purpose: string, context: string, plain: string | Buffer): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key(purpose), nonce).setAAD(Buffer.from(context));
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), body]);
  }

  /** Throws when the box was altered, belongs to another context, or was sealed under another master key. */
  open(purpose: string, context: string, box: Buffer): Buffer {
    if (box[0] !== VERSION) throw new Error('sealed by a newer version');
    const decipher = createDecipheriv('aes-256-gcm', this.key(purpose), box.subarray(1, 13))
      .setAAD(Buffer.from(context))
      .setAuthTag(box.subarray(13, 29));
    return Buffer.concat([decipher.update(box.subarray(29)), decipher.final()]);
  }

  /** A blind index: finds an equal value without showing it. */
  blindIndex(purpose: string, value: string): string {
    return createHmac('sha256', this.key(`index:${purpose}`))
      .update(value)
      .digest('base64url');
  }

  private key(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.config.masterKey, '', `hengzheng:${purpose}`, 32));
  }
}
