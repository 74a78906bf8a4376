import { instantColumn } from '@hz/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  AttemptId,
  DurationMs,
  FormId,
  Instant,
  Language,
  LeaseId,
  PersonId,
  RegistrationId,
  SessionId,
} from '@hz/kernel';
import type { AttemptStatus, IncidentNotice, Receipt, SectionState, Submitter } from '../contract';

export type UnsignedReceipt = Omit<Receipt, 'signature' | 'publicKey'>;

@Entity({ schema: 'delivery', name: 'attempt' })
export class AttemptRow {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id: AttemptId;
  @Column({ name: 'session_id', type: 'uuid' }) sessionId: SessionId;
  @Column({ name: 'registration_id', type: 'uuid' }) registrationId: RegistrationId;
  @Column({ name: 'person_id', type: 'uuid' }) personId: PersonId;
  @Column({ name: 'form_id', type: 'uuid' }) formId: FormId;
  @Column({ name: 'seed', type: 'text' }) seed: string;
  @Column({ name: 'language', type: 'text' }) language: Language;
  @Column({ name: 'status', type: 'text' }) status: AttemptStatus;
  @Column(instantColumn('prepared_at')) preparedAt: Instant;
  @Column(instantColumn('pledged_at', { nullable: true })) pledgedAt: Instant | null;
  @Column(instantColumn('started_at', { nullable: true })) startedAt: Instant | null;
  @Column(instantColumn('deadline_at', { nullable: true })) deadlineAt: Instant | null;
  @Column(instantColumn('grace_ends_at', { nullable: true })) graceEndsAt: Instant | null;
  @Column(instantColumn('earliest_hand_in_at', { nullable: true })) earliestHandInAt: Instant | null;
  @Column({ name: 'lease_id', type: 'uuid', nullable: true }) leaseId: LeaseId | null;
  @Column({ name: 'lease_no', type: 'integer', default: 0 }) leaseNo: number;
  /** The page that holds the lease, where it named itself. */
  @Column({ name: 'lease_page_id', type: 'uuid', nullable: true }) leasePageId: string | null;
  @Column({ name: 'section_state', type: 'jsonb', nullable: true }) sectionState: SectionState | null;
  @Column({ name: 'open_sections', type: 'text', array: true, default: '{}' }) openSections: string[];
  @Column(instantColumn('section_ends_at', { nullable: true })) sectionEndsAt: Instant | null;
  @Column({ name: 'flags', type: 'text', array: true, default: '{}' }) flags: string[];
  /** Time of its own that approved incidents have given back. */
  @Column({ name: 'incidents_ms', type: 'integer', default: 0 }) incidentsMs: DurationMs;
  /** What approved incidents took of the window before the start. */
  @Column({ name: 'window_shift_ms', type: 'integer', default: 0 }) windowShiftMs: DurationMs;
  @Column({ name: 'incident_notices', type: 'jsonb', default: '[]' }) incidentNotices: IncidentNotice[];
  @Column(instantColumn('submitted_at', { nullable: true })) submittedAt: Instant | null;
  @Column({ name: 'submitted_by', type: 'text', nullable: true }) submittedBy: Submitter | null;
  @Column({ name: 'receipt', type: 'jsonb', nullable: true }) receipt: UnsignedReceipt | null;
  @Column({ name: 'receipt_signature', type: 'text', nullable: true }) receiptSignature: string | null;
  @Column({ name: 'receipt_key', type: 'text', nullable: true }) receiptKey: string | null;
}
