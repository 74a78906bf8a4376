import { instantColumn } from '@hz/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  CognitiveLevel,
  Instant,
  InteractionType,
  ItemBody,
  ItemId,
  ItemVersionId,
  Level,
  LocalizedText,
  Points,
  Pool,
} from '@hz/kernel';
import type { ItemKey } from '../domain/item';

const schema = 'item_bank';

@Entity({ schema, name: 'bank' })
export class BankRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id: string;
  @Column({ name: 'name', type: 'jsonb' }) name: LocalizedText;
}

@Entity({ schema, name: 'item' })
export class ItemRow {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id: ItemId;
  @Column({ name: 'code', type: 'text' }) code: string;
  @Column({ name: 'bank_id', type: 'text' }) bankId: string;
  @Column({ name: 'pool', type: 'text' }) pool: Pool;
  @Column({ name: 'status', type: 'text' }) status: 'live' | 'retired';
  @Column(instantColumn('created_at')) createdAt: Instant;
}

@Entity({ schema, name: 'item_version' })
export class ItemVersionRow {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id: ItemVersionId;
  @Column({ name: 'item_id', type: 'uuid' }) itemId: ItemId;
  @Column({ name: 'version', type: 'integer' }) version: number;
  @Column({ name: 'type', type: 'text' }) type: InteractionType;
  @Column({ name: 'body', type: 'jsonb' }) body: ItemBody;
  @Column({ name: 'key', type: 'jsonb' }) key: ItemKey;
  @Column({ name: 'skill_id', type: 'text' }) skillId: string;
  @Column({ name: 'level', type: 'text' }) level: Level;
  @Column({ name: 'cognitive', type: 'text' }) cognitive: CognitiveLevel;
  @Column({ name: 'facility', type: 'numeric', precision: 4, scale: 3 }) facility: string;
  @Column({ name: 'points', type: 'numeric', precision: 16, scale: 4 }) points: Points;
  @Column({ name: 'seconds', type: 'integer' }) seconds: number;
  @Column({ name: 'source', type: 'jsonb' }) source: LocalizedText;
  @Column({ name: 'content_hash', type: 'text' }) contentHash: string;
  @Column({ name: 'search', type: 'text' }) search: string;
  @Column({ name: 'status', type: 'text' }) status: 'draft' | 'published' | 'retired';
  @Column(instantColumn('published_at', { nullable: true })) publishedAt: Instant | null;
}
