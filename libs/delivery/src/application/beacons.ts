import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, type AttemptId } from '@hz/kernel';
import { beaconText, type TimeBeacon } from '../contract';
import type { AttemptRow } from '../persistence/attempt.entity';
import { ResponseLogRepository } from '../persistence/response-log.repository';
import { MacKeys } from './mac-keys';

/** Time beacons: what the server says about time, for pages to weave into what they write while they are alone. */
@Injectable()
export class Beacons {
  constructor(
    private readonly log: ResponseLogRepository,
    private readonly macKeys: MacKeys,
    private readonly clock: Clock,
  ) {}

  /** The newest number is read before the clock, so that the beacon never names what was saved after it. */
  async of({ id, sessionId }: Pick<AttemptRow, 'id' | 'sessionId'>): Promise<TimeBeacon> {
    const lastSeq = await this.log.lastSeq(sessionId, id);
    const said = { at: this.clock.now(), lastSeq };
    return { ...said, mac: this.macKeys.beaconTag(beaconText(id, said)) };
  }

  /** Whether we have made it, for this attempt. */
  isGenuine(id: AttemptId, { mac, ...said }: TimeBeacon): boolean {
    const [given, ours] = [Buffer.from(mac), Buffer.from(this.macKeys.beaconTag(beaconText(id, said)))];
    return given.length === ours.length && timingSafeEqual(given, ours);
  }
}
