import { instantColumn } from '@hz/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AccountId, Instant, InstitutionId, Language, LocalizedText, LoginId, PersonId } from '@hz/kernel';
import type { AccountStatus, DocumentType } from '../contract';

@Entity({ schema: 'identity', name: 'institution' })
export class InstitutionRow {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id: InstitutionId;
  @Column({ name: 'code', type: 'text' }) code: string;
  @Column({ name: 'name', type: 'jsonb' }) name: LocalizedText;
  @Column(instantColumn('created_at')) createdAt: Instant;
}

@Entity({ schema: 'identity', name: 'person' })
export class PersonRow {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id: PersonId;
  @Column({ name: 'display_name', type: 'text' }) displayName: string;
  @Column({ name: 'legal_name', type: 'text' }) legalName: string;
  @Column({ name: 'legal_name_pinyin', type: 'text', nullable: true }) legalNamePinyin: string | null;
  @Column({ name: 'institution_id', type: 'uuid', nullable: true }) institutionId: InstitutionId | null;
  @Column({ name: 'extra_time_percent', type: 'integer', default: 0 }) extraTimePercent: number;
  @Column({ name: 'break_minutes', type: 'integer', default: 0 }) breakMinutes: number;
  @Column({ name: 'language', type: 'text' }) language: Language;
}

@Entity({ schema: 'identity', name: 'identity_document' })
export class IdentityDocumentRow {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' }) personId: PersonId;
  @Column({ name: 'type', type: 'text' }) type: DocumentType;
  @Column({ name: 'number_encrypted', type: 'bytea' }) numberEncrypted: Buffer;
  @Column({ name: 'number_index', type: 'text' }) numberIndex: string;
  @Column({ name: 'masked', type: 'text' }) masked: string;
  @Column(instantColumn('recorded_at')) recordedAt: Instant;
}

@Entity({ schema: 'identity', name: 'account' })
export class AccountRow {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id: AccountId;
  @Column({ name: 'person_id', type: 'uuid' }) personId: PersonId;
  @Column({ name: 'email', type: 'text' }) email: string;
  @Column({ name: 'email_key', type: 'text' }) emailKey: string;
  @Column({ name: 'password_hash', type: 'text' }) passwordHash: string;
  @Column({ name: 'status', type: 'text' }) status: AccountStatus;
  @Column({ name: 'totp_secret_encrypted', type: 'bytea', nullable: true }) totpSecretEncrypted: Buffer | null;
  @Column({ name: 'totp_pending_encrypted', type: 'bytea', nullable: true }) totpPendingEncrypted: Buffer | null;
  @Column(instantColumn('totp_confirmed_at', { nullable: true })) totpConfirmedAt: Instant | null;
  @Column({ name: 'totp_last_step', type: 'bigint', default: 0 }) totpLastStep: string;
  @Column(instantColumn('created_at')) createdAt: Instant;
}

@Entity({ schema: 'identity', name: 'login' })
export class LoginRow {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id: LoginId;
  @Column({ name: 'token_hash', type: 'text' }) tokenHash: string;
  @Column({ name: 'account_id', type: 'uuid' }) accountId: AccountId;
  @Column({ name: 'csrf_token', type: 'text' }) csrfToken: string;
  @Column(instantColumn('created_at')) createdAt: Instant;
  @Column(instantColumn('seen_at')) seenAt: Instant;
  @Column(instantColumn('expires_at')) expiresAt: Instant;
  @Column(instantColumn('ended_at', { nullable: true })) endedAt: Instant | null;
}
