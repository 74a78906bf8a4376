import type {
  FormId,
  Instant,
  InstitutionId,
  LocalizedText,
  PersonId,
  RegistrationId,
  SchemeVersionId,
  SessionId,
} from '@hz/kernel';
import type { Accommodation, RegistrationStatus, SessionRules, SessionStatus } from '../contract';
import type { RegistrationRow, SessionRow } from '../persistence/registration.entities';

/** A session as other contexts may know it. */
export interface SessionRecord {
  readonly id: SessionId;
  readonly code: string;
  readonly title: LocalizedText;
  readonly schemeVersionId: SchemeVersionId;
  readonly status: SessionStatus;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly capacity: number;
  readonly formIds: readonly FormId[];
  readonly rules: SessionRules;
  readonly releasedAt: Instant | null;
}

/** A registration as other contexts may know it. */
export interface RegistrationRecord {
  readonly id: RegistrationId;
  readonly sessionId: SessionId;
  readonly personId: PersonId;
  readonly institutionId: InstitutionId | null;
  readonly status: RegistrationStatus;
  readonly seatNo: number;
  readonly ticketNo: string;
  /** The form that this candidate sits: parallel forms are dealt out by seat. */
  readonly formId: FormId;
  readonly accommodation: Accommodation;
}

export function sessionRecord(row: SessionRow): SessionRecord {
  const { id, code, title, schemeVersionId, status, opensAt, closesAt, capacity, formIds, rules, releasedAt } = row;
  return { id, code, title, schemeVersionId, status, opensAt, closesAt, capacity, formIds, rules, releasedAt };
}

export function registrationRecord(row: RegistrationRow): RegistrationRecord {
  const { id, sessionId, personId, institutionId, status, seatNo, ticketNo, formId, extraTimePercent, breakMinutes } =
    row;
  const accommodation = { extraTimePercent, breakMinutes };
  return { id, sessionId, personId, institutionId, status, seatNo, ticketNo, formId, accommodation };
}
