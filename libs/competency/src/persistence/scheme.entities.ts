import { instantColumn } from '@hz/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant, Level, SchemeId, SchemeVersionId } from '@hz/kernel';
import type { SchemeBody, SchemeStatus } from '../contract';

@Entity({ schema: 'competency', name: 'scheme' })
export class SchemeRow {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id: SchemeId;
  @Column({ name: 'code', type: 'text' }) code: string;
  @Column({ name: 'role_id', type: 'text' }) roleId: string;
  @Column({ name: 'level', type: 'text' }) level: Level;
}

@Entity({ schema: 'competency', name: 'scheme_version' })
export class SchemeVersionRow {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id: SchemeVersionId;
  @Column({ name: 'scheme_id', type: 'uuid' }) schemeId: SchemeId;
  @Column({ name: 'version', type: 'integer' }) version: number;
  @Column({ name: 'status', type: 'text' }) status: SchemeStatus;
  @Column({ name: 'body', type: 'jsonb' }) body: SchemeBody;
  @Column({ name: 'content_hash', type: 'text' }) contentHash: string;
  @Column(instantColumn('published_at', { nullable: true })) publishedAt: Instant | null;
}
