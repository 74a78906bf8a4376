import { Injectable } from '@nestjs/common';
import { Forms } from '@hz/assembly';
import { Registrations, Sessions, type RegistrationRecord, type SessionRecord } from '@hz/registration';
import type { SessionStatus } from '@hz/registration/contract';
import type { SittingTerms } from '../domain/sitting';
import type { AttemptRow } from '../persistence/attempt.entity';

/** The terms, with the session and the registration that they were taken from, so that nobody need read them twice. */
export interface Sitting extends SittingTerms {
  readonly status: SessionStatus;
  readonly session: SessionRecord;
  readonly registration: RegistrationRecord;
}

/** The terms of an attempt's sitting, from those who own them. */
@Injectable()
export class Sittings {
  constructor(
    private readonly sessions: Sessions,
    private readonly registrations: Registrations,
    private readonly forms: Forms,
  ) {}

  async of(attempt: Pick<AttemptRow, 'sessionId' | 'registrationId' | 'formId'>): Promise<Sitting> {
    const [session, registration, outline] = await Promise.all([
      this.sessions.byId(attempt.sessionId),
      this.registrations.byId(attempt.registrationId),
      this.forms.outline(attempt.formId),
    ]);
    const { status, rules, opensAt, closesAt } = session;
    const sectionIds = outline.sections.map(({ id }) => id);
    return {
      status,
      rules,
      opensAt,
      closesAt,
      accommodation: registration.accommodation,
      sectionIds,
      session,
      registration,
    };
  }
}
