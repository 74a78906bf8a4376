import { Injectable } from '@nestjs/common';
import type { AttemptId, LeaseId, Principal } from '@hz/kernel';
import type { HeartbeatInput, HeartbeatReply } from '../contract';
import { AttemptFactsCache } from './attempt-facts';
import { Beacons } from './beacons';
import { ContactWriter } from './contact-writer';
import { OwnAttempts } from './own-attempts';
import { ResponseFileKeys } from './response-file-keys';

/** A page says that it is there, and is told how its attempt stands. */
@Injectable()
export class Heartbeats {
  constructor(
    private readonly facts: AttemptFactsCache,
    private readonly contacts: ContactWriter,
    private readonly own: OwnAttempts,
    private readonly beacons: Beacons,
    private readonly fileKeys: ResponseFileKeys,
  ) {}

  /** Throws AttemptNotFound, also for another's attempt (P9); Unavailable when the beat could not be kept. */
  async beat(who: Principal, attemptId: AttemptId, { leaseId, ...page }: HeartbeatInput): Promise<HeartbeatReply> {
    await this.facts.own(who, attemptId);
    await this.contacts.keep({ attemptId, leaseId: leaseId as LeaseId, ...page });
    const row = await this.own.find(who, attemptId);
    const [view, beacon, fileKey] = await Promise.all([
      this.own.viewOf(row),
      row.status === 'started' ? this.beacons.of(row) : null,
      this.fileKeys.current(),
    ]);
    return { ...view, beacon, fileKey };
  }
}
