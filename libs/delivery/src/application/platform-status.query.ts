import { Injectable } from '@nestjs/common';
import { Clock, instant, MS_PER_DAY, MS_PER_SECOND } from '@hz/kernel';
import { Sessions } from '@hz/registration';
import type { PlatformStatus } from '../contract';
import { dayCountsOf } from '../domain/exam-day';
import { PULSE_LOST_MS } from '../domain/outages';
import { ContactRepository } from '../persistence/contact.repository';
import { EffectRepository } from '../persistence/effect.repository';
import { IncidentRepository } from '../persistence/incident.repository';
import { ReportRepository } from '../persistence/report.repository';

const SHOWN_DAYS = 30;
/** Anybody may ask, as often as they like: the answer is made once for so long. */
const KEPT_MS = 5 * MS_PER_SECOND;

/** How the platform is doing, for everybody: counts, no names of people or sessions. */
@Injectable()
export class PlatformStatuses {
  private kept: { readonly at: number; readonly status: Promise<PlatformStatus> } | null = null;

  constructor(
    private readonly sessions: Sessions,
    private readonly contacts: ContactRepository,
    private readonly incidents: IncidentRepository,
    private readonly effects: EffectRepository,
    private readonly figures: ReportRepository,
    private readonly clock: Clock,
  ) {}

  now(): Promise<PlatformStatus> {
    const at = this.clock.now();
    if (this.kept === null || at - this.kept.at > KEPT_MS || at < this.kept.at) {
      const status = this.read();
      this.kept = { at, status };
      // What could not be read is asked for again by the next one.
      status.catch(() => (this.kept = null));
    }
    return this.kept.status;
  }

  private async read(): Promise<PlatformStatus> {
    const now = this.clock.now();
    const [upSince, sessions, candidatesAtWork, approved] = await Promise.all([
      this.contacts.upSince(PULSE_LOST_MS),
      this.sessions.list(null, {}),
      this.figures.atWork(),
      this.incidents.approvedSince(instant(now - SHOWN_DAYS * MS_PER_DAY)),
    ]);
    const counts = await this.effects.countsOf(approved.map(({ id }) => id));
    const windows = sessions.map(({ opensAt, closesAt }) => ({
      opensAt: instant(opensAt),
      closesAt: instant(closesAt),
    }));
    return {
      serverTime: now,
      upSince,
      ...dayCountsOf(windows, now),
      candidatesAtWork,
      incidents: approved.map(({ id, kind, beganAt, endedAt }) => ({
        kind,
        beganAt,
        endedAt: endedAt!,
        extended: counts.get(id)?.extended ?? 0,
        resits: counts.get(id)?.resit ?? 0,
      })),
    };
  }
}
