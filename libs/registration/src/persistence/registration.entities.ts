import { instantColumn } from '@hz/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
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
import type { EligibilityClaims, EligibilityVerdict } from '@hz/competency/contract';
import type { RegistrationStatus, SessionRules, SessionStatus } from '../contract';

@Entity({ schema: 'registration', name: 'session' })
export class SessionRow {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id: SessionId;
  @Column({ name: 'code', type: 'text' }) code: string;
  @Column({ name: 'title', type: 'jsonb' }) title: LocalizedText;
  @Column({ name: 'scheme_version_id', type: 'uuid' }) schemeVersionId: SchemeVersionId;
  @Column({ name: 'form_ids', type: 'uuid', array: true }) formIds: FormId[];
  @Column({ name: 'status', type: 'text' }) status: SessionStatus;
  @Column(instantColumn('opens_at')) opensAt: Instant;
  @Column(instantColumn('closes_at')) closesAt: Instant;
  @Column(instantColumn('registration_opens_at')) registrationOpensAt: Instant;
  @Column(instantColumn('registration_closes_at')) registrationClosesAt: Instant;
  @Column({ name: 'capacity', type: 'integer' }) capacity: number;
  @Column({ name: 'rules', type: 'jsonb' }) rules: SessionRules;
  @Column(instantColumn('created_at')) createdAt: Instant;
  @Column(instantColumn('released_at', { nullable: true })) releasedAt: Instant | null;
  @Column({ name: 'cancelled_reason', type: 'text', nullable: true }) cancelledReason: string | null;
}

@Entity({ schema: 'registration', name: 'registration' })
export class RegistrationRow {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id: RegistrationId;
  @Column({ name: 'session_id', type: 'uuid' }) sessionId: SessionId;
  @Column({ name: 'person_id', type: 'uuid' }) personId: PersonId;
  @Column({ name: 'institution_id', type: 'uuid', nullable: true }) institutionId: InstitutionId | null;
  @Column({ name: 'status', type: 'text' }) status: RegistrationStatus;
  @Column({ name: 'seat_no', type: 'integer' }) seatNo: number;
  @Column({ name: 'ticket_no', type: 'text' }) ticketNo: string;
  @Column({ name: 'form_id', type: 'uuid' }) formId: FormId;
  @Column({ name: 'claims', type: 'jsonb' }) claims: EligibilityClaims;
  @Column({ name: 'eligibility', type: 'jsonb' }) eligibility: EligibilityVerdict;
  @Column({ name: 'extra_time_percent', type: 'integer' }) extraTimePercent: number;
  @Column({ name: 'break_minutes', type: 'integer' }) breakMinutes: number;
  @Column(instantColumn('pledged_at')) pledgedAt: Instant;
  @Column(instantColumn('registered_at')) registeredAt: Instant;
}
