import { Injectable } from '@nestjs/common';
import { randomToken, SecretBox } from '@hz/platform';
import { isSameHash } from './secrets';

const PURPOSE = 'known-device';

/**
 * Marks of browsers from which an account's owner has signed in. A mark opens nothing: it only takes its browser out of the
 * back-off that strangers can cause. It holds for one e-mail and needs no row.
 */
@Injectable()
export class KnownDevices {
  constructor(private readonly box: SecretBox) {}

  newMark(emailKey: string): string {
    const id = randomToken(12);
    return `${id}.${this.seal(emailKey, id)}`;
  }

  /** The id in a mark that was made here for this e-mail; null for any other. */
  idIn(mark: string | undefined, emailKey: string): string | null {
    const [id, seal, ...rest] = mark?.split('.') ?? [];
    if (id === undefined || seal === undefined || rest.length > 0) return null;
    return isSameHash(seal, this.seal(emailKey, id)) ? id : null;
  }

  private seal(emailKey: string, id: string): string {
    return this.box.blindIndex(PURPOSE, `${id} ${emailKey}`);
  }
}
