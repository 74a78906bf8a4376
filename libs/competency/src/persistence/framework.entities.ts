import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Level, LocalizedText } from '@hz/kernel';

const schema = 'competency';

@Entity({ schema, name: 'domain' })
export class DomainRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id: string;
  @Column({ name: 'position', type: 'integer' }) position: number;
  @Column({ name: 'name', type: 'jsonb' }) name: LocalizedText;
}

@Entity({ schema, name: 'direction' })
export class DirectionRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id: string;
  @Column({ name: 'domain_id', type: 'text' }) domainId: string;
  @Column({ name: 'position', type: 'integer' }) position: number;
  @Column({ name: 'name', type: 'jsonb' }) name: LocalizedText;
}

@Entity({ schema, name: 'level' })
export class LevelRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id: Level;
  @Column({ name: 'no', type: 'integer' }) no: number;
  @Column({ name: 'name', type: 'jsonb' }) name: LocalizedText;
  @Column({ name: 'description', type: 'jsonb', nullable: true }) description: LocalizedText | null;
}

@Entity({ schema, name: 'skill' })
export class SkillRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id: string;
  @Column({ name: 'kind', type: 'text' }) kind: string;
  @Column({ name: 'name', type: 'jsonb' }) name: LocalizedText;
  @Column({ name: 'definition', type: 'jsonb', nullable: true }) definition: LocalizedText | null;
}

@Entity({ schema, name: 'role' })
export class RoleRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id: string;
  @Column({ name: 'no', type: 'integer' }) no: number;
  @Column({ name: 'direction_id', type: 'text' }) directionId: string;
  @Column({ name: 'name', type: 'jsonb' }) name: LocalizedText;
  @Column({ name: 'summary', type: 'jsonb', nullable: true }) summary: LocalizedText | null;
  @Column({ name: 'duties', type: 'jsonb' }) duties: LocalizedText[];
}

@Entity({ schema, name: 'role_heading' })
export class RoleHeadingRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id: string;
  @Column({ name: 'role_id', type: 'text' }) roleId: string;
  @Column({ name: 'position', type: 'integer' }) position: number;
  @Column({ name: 'name', type: 'jsonb' }) name: LocalizedText;
}

@Entity({ schema, name: 'role_skill' })
export class RoleSkillRow {
  @PrimaryColumn({ name: 'role_id', type: 'text' }) roleId: string;
  @PrimaryColumn({ name: 'position', type: 'integer' }) position: number;
  @Column({ name: 'heading_id', type: 'text', nullable: true }) headingId: string | null;
  @Column({ name: 'skill_id', type: 'text' }) skillId: string;
  @Column({ name: 'emphasis', type: 'integer' }) emphasis: number;
  @Column({ name: 'reason', type: 'jsonb', nullable: true }) reason: LocalizedText | null;
}
