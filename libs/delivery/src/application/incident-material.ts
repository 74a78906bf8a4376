import { Injectable } from '@nestjs/common';
import { Clock, type Instant, type SessionId } from '@hz/kernel';
import type { Tx } from '@hz/platform';
import { Registrations, Sessions, type SessionRecord } from '@hz/registration';
import { AttemptRepository } from '../persistence/attempt.repository';
import { EffectRepository } from '../persistence/effect.repository';
import { IncidentRepository, spansOf } from '../persistence/incident.repository';
import type { Material } from './incident-effects';
import { SessionContacts } from './session-contacts';

export type Observed = Pick<Material, 'session' | 'registrations' | 'contacts'>;

/** For looking at, an observation may be so old: pages ask again and again, and thousands of candidates are many rows. */
const LATELY_MS = 20_000;
const MAX_KEPT = 50;

/** Gathers what the effects of incidents follow from. */
@Injectable()
export class IncidentMaterial {
  private readonly lately = new Map<SessionId, { at: Instant; state: string; observed: Promise<Observed> }>();

  constructor(
    private readonly sessions: Sessions,
    private readonly registrations: Registrations,
    private readonly contacts: SessionContacts,
    private readonly attempts: AttemptRepository,
    private readonly incidents: IncidentRepository,
    private readonly effects: EffectRepository,
    private readonly clock: Clock,
  ) {}

  /** What was observed: it does not change any more once an incident is over. Throws SessionNotFound. */
  async observed(sessionId: SessionId): Promise<Observed> {
    const session: SessionRecord = await this.sessions.byId(sessionId);
    const [registrations, contacts] = await Promise.all([
      this.registrations.ofSession(sessionId),
      this.contacts.of(session, this.clock.now()),
    ]);
    return { session, registrations: registrations.filter(({ status }) => status === 'confirmed'), contacts };
  }

  /** The same for looking at: not older than some seconds, and new as soon as `state` of the incidents is another. Throws SessionNotFound. */
  observedLately(sessionId: SessionId, state: string): Promise<Observed> {
    const at = this.clock.now();
    const kept = this.lately.get(sessionId);
    if (kept !== undefined && kept.state === state && Math.abs(at - kept.at) < LATELY_MS) return kept.observed;
    if (this.lately.size >= MAX_KEPT) this.lately.clear();
    const observed = this.observed(sessionId);
    this.lately.set(sessionId, { at, state, observed });
    observed.catch(() => this.lately.delete(sessionId));
    return observed;
  }

  /** With what was given back so far, for looking at. */
  async seen(observed: Observed): Promise<Material> {
    const { attempts } = observed.contacts;
    const [compensated, incidents] = await Promise.all([
      this.effects.compensated(attempts.map(({ id }) => id)),
      this.incidents.ofSession(observed.session.id),
    ]);
    return { ...observed, attempts, compensated, windowSpans: spansOf(incidents), now: this.clock.now() };
  }

  /** The same, with all attempts of the session held against start, hand-in and other approvals. */
  async held(tx: Tx, observed: Observed): Promise<Material> {
    const { id } = observed.session;
    const attempts = await this.attempts.lockTimes(tx, id);
    const compensated = await this.effects.compensated(
      attempts.map((attempt) => attempt.id),
      tx,
    );
    const windowSpans = spansOf(await this.incidents.ofSession(id, tx));
    return { ...observed, attempts, compensated, windowSpans, now: this.clock.now() };
  }
}
