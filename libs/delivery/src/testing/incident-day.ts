import { plus, type IncidentId, type Instant, type SessionId } from '@hz/kernel';
import { sqlTime, UnitOfWork } from '@hz/platform';
import type { SessionRules } from '@hz/registration/contract';
import type { AttemptView, Incident, IncidentDetail, OpenIncidentInput } from '../contract';
import { ApproveIncident } from '../application/approve-incident.command';
import { FindIncidents } from '../application/find-incidents.command';
import { Heartbeats } from '../application/heartbeats';
import { Incidents } from '../application/incidents.query';
import { OpenIncident } from '../application/open-incident.command';
import { OwnAttempts } from '../application/own-attempts';
import { deliveryWorld, type DeliveryWorld } from './delivery.fixture';

export type Started = Awaited<ReturnType<DeliveryWorld['started']>>;
type Person = Started['who'];

/** An exam day on which things go wrong, with a manager who decides. */
export class IncidentDay {
  private constructor(
    readonly world: DeliveryWorld,
    readonly manager: Person,
  ) {}

  static async begin(): Promise<IncidentDay> {
    const world = await deliveryWorld();
    return new IncidentDay(world, { ...(await world.candidate()), roles: ['exam-manager'] });
  }

  sql<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
    return this.world.get(UnitOfWork).read.query<Row[]>(text, values);
  }

  ago(seconds: number): Instant {
    return plus(this.world.clockNow(), -seconds * 1_000);
  }

  /** A session that one may still enter. */
  sitting(opensIn: number, closesIn: number, rules: Partial<SessionRules> = {}): Promise<SessionId> {
    return this.world.session(opensIn, closesIn, { lateEntryMinutes: null, ...rules });
  }

  /** Candidates who have been at work for so long and have just been heard of. */
  async atWork(session: SessionId, count: number, startedAgo = 1_200): Promise<Started[]> {
    const all: Started[] = [];
    for (let n = 0; n < count; n += 1) {
      const one = await this.world.started(session);
      await this.beat(one);
      const shift = `interval '${startedAgo} seconds'`;
      await this.sql(
        `UPDATE delivery.attempt SET started_at = started_at - ${shift}, deadline_at = deadline_at - ${shift},
                grace_ends_at = grace_ends_at - ${shift} WHERE id = $1`,
        [one.id],
      );
      all.push(one);
    }
    return all;
  }

  /** As if the last beat of these had come so many seconds ago: what really passes is too long for a test. */
  async silentSince(some: readonly Started[], seconds: number): Promise<void> {
    const ids = some.map(({ id }) => id);
    await this.sql('UPDATE delivery.contact SET last_at = $2 WHERE attempt_id = ANY ($1)', [
      ids,
      sqlTime(this.ago(seconds)),
    ]);
  }

  /** The platform's pulse ends so many seconds ago, and begins again `until` seconds ago. */
  async pulseHole(from: number, until: number): Promise<void> {
    await this.sql('DELETE FROM delivery.pulse');
    await this.sql(
      `INSERT INTO delivery.pulse (id, began_at, last_at) VALUES (gen_random_uuid(), $1, $2), (gen_random_uuid(), $3, $4)`,
      [this.ago(7_200), this.ago(from), this.ago(until), this.ago(0)].map(sqlTime),
    );
  }

  wholePulse(): Promise<void> {
    return this.pulseHole(600, 600);
  }

  beat({ who, id, lease }: Started, lostForMs = 0, browserOffline = false): Promise<AttemptView> {
    return this.world.get(Heartbeats).beat(who, id, { leaseId: lease.leaseId, lostForMs, browserOffline });
  }

  view({ who, id }: Started): Promise<AttemptView> {
    return this.world.get(OwnAttempts).view(who, id);
  }

  find(): Promise<void> {
    return this.world.get(FindIncidents).run();
  }

  async list(session: SessionId): Promise<Incident[]> {
    return (await this.world.get(Incidents).ofSession(session)).rows;
  }

  detail(id: string): Promise<IncidentDetail> {
    return this.world.get(Incidents).detail(id as IncidentId);
  }

  /** Something that a person tells of: it hit the whole session from so many seconds ago until `until` seconds ago. */
  async told(
    session: SessionId,
    from: number,
    until: number,
    change: Partial<OpenIncidentInput> = {},
  ): Promise<Incident> {
    // One look at the clock: two could make the outage a millisecond longer than it is told to be.
    const endedAt = this.ago(until);
    const times = { beganAt: plus(endedAt, (until - from) * 1_000), endedAt };
    const input: OpenIncidentInput = { kind: 'room', basis: 'whole', seats: null, note: '停电', ...times, ...change };
    return (await this.detail(await this.world.get(OpenIncident).run(this.manager, session, input))).incident;
  }

  approve({ id, beganAt, endedAt }: Incident, who: Person = this.manager): Promise<void> {
    return this.world.get(ApproveIncident).run(who, id as IncidentId, { beganAt, endedAt: endedAt ?? 0, note: '' });
  }
}
