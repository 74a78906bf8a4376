import { Injectable } from '@nestjs/common';
import { SecretBox } from '@hz/platform';
import type { AttemptId } from '@hz/kernel';

/** The key under which an attempt's acknowledgements are authenticated; it follows from the master key, so that nothing is stored. */
@Injectable()
export class MacKeys {
  private readonly kept = new Map<AttemptId, string>();

  constructor(private readonly box: SecretBox) {}

  of(id: AttemptId): string {
    let key = this.kept.get(id);
    if (key === undefined) {
      key = this.box.blindIndex('save-ack', id);
      if (this.kept.size > 20_000) this.kept.clear();
      this.kept.set(id, key);
    }
    return key;
  }
}
