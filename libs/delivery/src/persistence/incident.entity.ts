import { instantColumn } from '@hz/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { IncidentId, Instant, PersonId, SessionId } from '@hz/kernel';
import type { IncidentBasis, IncidentKind, IncidentState } from '../contract';

@Entity({ schema: 'delivery', name: 'incident' })
export class IncidentRow {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id: IncidentId;
  @Column({ name: 'session_id', type: 'uuid' }) sessionId: SessionId;
  @Column({ name: 'kind', type: 'text' }) kind: IncidentKind;
  @Column({ name: 'basis', type: 'text' }) basis: IncidentBasis;
  @Column({ name: 'seats', type: 'integer', array: true, nullable: true }) seats: number[] | null;
  @Column({ name: 'moves_window', type: 'boolean' }) movesWindow: boolean;
  @Column(instantColumn('began_at')) beganAt: Instant;
  @Column(instantColumn('ended_at', { nullable: true })) endedAt: Instant | null;
  @Column(instantColumn('found_at')) foundAt: Instant;
  @Column({ name: 'opened_by', type: 'uuid', nullable: true }) openedBy: PersonId | null;
  @Column({ name: 'note', type: 'text' }) note: string;
  @Column({ name: 'state', type: 'text' }) state: IncidentState;
  @Column(instantColumn('decided_at', { nullable: true })) decidedAt: Instant | null;
  @Column({ name: 'decided_by', type: 'uuid', nullable: true }) decidedBy: PersonId | null;
  @Column({ name: 'decision_note', type: 'text', default: '' }) decisionNote: string;
  @Column({ name: 'beyond_limit', type: 'boolean', nullable: true }) beyondLimit: boolean | null;
  @Column(instantColumn('resit_confirmed_at', { nullable: true })) resitConfirmedAt: Instant | null;
  @Column({ name: 'resit_confirmed_by', type: 'uuid', nullable: true }) resitConfirmedBy: PersonId | null;
}
