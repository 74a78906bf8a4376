import { instantColumn } from '@hz/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FormId, Instant, SessionId } from '@hz/kernel';
import type { PaperLanguage } from '../contract';

/** One encrypted file per session, form and language; never changed. */
@Entity({ schema: 'delivery', name: 'sealed_paper' })
export class SealedPaperRow {
  /** SHA-256 of the content, in hexadecimal. */
  @PrimaryColumn({ name: 'digest', type: 'text' }) digest: string;
  @Column({ name: 'session_id', type: 'uuid' }) sessionId: SessionId;
  @Column({ name: 'form_id', type: 'uuid' }) formId: FormId;
  @Column({ name: 'language', type: 'text' }) language: PaperLanguage;
  @Column({ name: 'content', type: 'bytea' }) content: Buffer;
  @Column({ name: 'section_keys_encrypted', type: 'bytea' }) sectionKeysEncrypted: Buffer;
  @Column(instantColumn('sealed_at')) sealedAt: Instant;
}
