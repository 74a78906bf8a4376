import { instantColumn } from '@hz/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant, Language, PersonId } from '@hz/kernel';
import type { MailStatus } from '../contract';
import type { MailTemplate } from '../domain/templates';

@Entity({ schema: 'notification', name: 'mail' })
export class MailRow {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id: string;
  @Column({ name: 'person_id', type: 'uuid', nullable: true }) personId: PersonId | null;
  @Column({ name: 'to_address', type: 'text' }) toAddress: string;
  @Column({ name: 'template', type: 'text' }) template: MailTemplate;
  @Column({ name: 'language', type: 'text' }) language: Language;
  @Column({ name: 'params', type: 'jsonb' }) params: Record<string, string>;
  @Column({ name: 'dedupe_key', type: 'text' }) dedupeKey: string;
  @Column({ name: 'status', type: 'text' }) status: MailStatus;
  @Column(instantColumn('created_at')) createdAt: Instant;
  @Column(instantColumn('sent_at', { nullable: true })) sentAt: Instant | null;
}
