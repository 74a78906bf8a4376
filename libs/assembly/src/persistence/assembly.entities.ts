import { instantColumn } from '@hz/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BlueprintId, FormId, Instant, SchemeVersionId } from '@hz/kernel';
import type { BlueprintBody, FormStatus } from '../contract';
import type { FormBody } from '../domain/form-body';
import type { KeySheet } from '../domain/key-sheet';

@Entity({ schema: 'assembly', name: 'blueprint' })
export class BlueprintRow {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id: BlueprintId;
  @Column({ name: 'code', type: 'text' }) code: string;
  @Column({ name: 'version', type: 'integer' }) version: number;
  @Column({ name: 'scheme_version_id', type: 'uuid' }) schemeVersionId: SchemeVersionId;
  @Column({ name: 'status', type: 'text' }) status: 'published' | 'retired';
  @Column({ name: 'body', type: 'jsonb' }) body: BlueprintBody;
  @Column({ name: 'content_hash', type: 'text' }) contentHash: string;
  @Column(instantColumn('created_at')) createdAt: Instant;
}

@Entity({ schema: 'assembly', name: 'form' })
export class FormRow {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id: FormId;
  @Column({ name: 'code', type: 'text' }) code: string;
  @Column({ name: 'blueprint_id', type: 'uuid' }) blueprintId: BlueprintId;
  @Column({ name: 'scheme_version_id', type: 'uuid' }) schemeVersionId: SchemeVersionId;
  @Column({ name: 'status', type: 'text' }) status: FormStatus;
  @Column({ name: 'seed', type: 'text' }) seed: string;
  @Column({ name: 'body', type: 'jsonb' }) body: FormBody;
  @Column({ name: 'content_hash', type: 'text' }) contentHash: string;
  @Column({ name: 'points', type: 'numeric', precision: 16, scale: 4 }) points: string;
  @Column({ name: 'items', type: 'integer' }) items: number;
  @Column(instantColumn('created_at')) createdAt: Instant;
  @Column(instantColumn('published_at', { nullable: true })) publishedAt: Instant | null;
}

@Entity({ schema: 'assembly', name: 'key_sheet' })
export class KeySheetRow {
  @PrimaryColumn({ name: 'form_id', type: 'uuid' }) formId: FormId;
  @Column({ name: 'body', type: 'jsonb' }) body: KeySheet;
  @Column({ name: 'content_hash', type: 'text' }) contentHash: string;
}
