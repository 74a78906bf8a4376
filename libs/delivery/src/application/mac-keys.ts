import { Injectable } from '@nestjs/common';
import { HmacKey, SecretBox } from '@hz/platform';
import type { AttemptId } from '@hz/kernel';

const MAX_KEPT = 20_000;

/** The key under which an attempt's acknowledgements are authenticated; it follows from the master key, so that nothing is stored. */
@Injectable()
export class MacKeys {
  private readonly kept = new Map<AttemptId, HmacKey>();

  private readonly beacons: HmacKey;

  constructor(private readonly box: SecretBox) {
    this.beacons = new HmacKey(box.blindIndex('time-beacon', 'all attempts'));
  }

  /** The tag of a beacon: under a key that no page ever holds. */
  beaconTag(text: string): string {
    return this.beacons.tag(text);
  }

  /** The key as its candidate's page holds it. */
  of(id: AttemptId): string {
    return this.box.blindIndex('save-ack', id);
  }

  /** The same key, ready to make tags. */
  tagger(id: AttemptId): HmacKey {
    let key = this.kept.get(id);
    if (key === undefined) {
      key = new HmacKey(this.of(id));
      if (this.kept.size >= MAX_KEPT) this.kept.clear();
      this.kept.set(id, key);
    }
    return key;
  }
}
