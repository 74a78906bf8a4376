import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Reader, type Tx } from '@hz/platform';
import type { FrameworkRows } from '../domain/framework-rows';
import {
  DirectionRow,
  DomainRow,
  LevelRow,
  RoleHeadingRow,
  RoleRow,
  RoleSkillRow,
  SkillRow,
} from './framework.entities';

const JSON_COLUMNS = new Set(['name', 'description', 'definition', 'summary', 'duties', 'reason']);

@Injectable()
export class FrameworkRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** All of the framework but the roles' skills: some sixty rows. */
  async overview(read: Reader = this.uow.read) {
    const [domains, directions, levels, roles] = await Promise.all([
      read.find(DomainRow, { order: { position: 'ASC' } }),
      read.find(DirectionRow, { order: { position: 'ASC' } }),
      read.find(LevelRow, { order: { no: 'DESC' } }),
      read.find(RoleRow, { order: { no: 'ASC' } }),
    ]);
    return { domains, directions, levels, roles };
  }

  skills(read: Reader = this.uow.read): Promise<SkillRow[]> {
    return read.find(SkillRow, { order: { id: 'ASC' } });
  }

  /** A role with its headings and skills in the framework's order; null when there is none. */
  async role(id: string, read: Reader = this.uow.read) {
    const role = await read.findOneBy(RoleRow, { id });
    if (role === null) return null;
    const [headings, roleSkills, skills] = await Promise.all([
      read.find(RoleHeadingRow, { where: { roleId: id }, order: { position: 'ASC' } }),
      read.find(RoleSkillRow, { where: { roleId: id }, order: { position: 'ASC' } }),
      this.skills(read),
    ]);
    return { role, headings, roleSkills, skills };
  }

  /** Brings the tables to these rows and returns how many rows changed. Domains, directions, levels, skills and roles are never deleted. */
  async bringTo(tx: Tx, rows: FrameworkRows): Promise<number> {
    let changed = 0;
    changed += await this.upsert(tx, 'domain', rows.domains);
    changed += await this.upsert(tx, 'direction', rows.directions);
    changed += await this.upsert(tx, 'level', rows.levels);
    changed += await this.upsert(tx, 'skill', rows.skills);
    changed += await this.upsert(tx, 'role', rows.roles);
    changed += await this.upsert(tx, 'role_heading', rows.headings);
    changed += await this.replaceRoleSkills(tx, rows);
    changed += await this.removeOtherHeadings(tx, rows);
    return changed;
  }

  /** Inserts or changes; a row that is equal already is not touched and not counted. */
  private async upsert(tx: Tx, table: string, rows: readonly object[]): Promise<number> {
    if (rows.length === 0) return 0;
    const columns = Object.keys(rows[0]!);
    const others = columns.filter((column) => column !== 'id');
    const written = await tx.query<unknown[]>(
      `INSERT INTO competency.${table} AS t (${columns.join(', ')})
       SELECT ${columns.join(', ')} FROM ${recordset(columns)}
       ON CONFLICT (id) DO UPDATE SET ${others.map((column) => `${column} = excluded.${column}`).join(', ')}
        WHERE (${others.map((column) => `t.${column}`).join(', ')})
              IS DISTINCT FROM (${others.map((column) => `excluded.${column}`).join(', ')})
       RETURNING 1`,
      [JSON.stringify(rows)],
    );
    return written.length;
  }

  /** Of the loaded roles: removes each row that is not given exactly so, then inserts what is missing. */
  private async replaceRoleSkills(tx: Tx, { roles, roleSkills }: FrameworkRows): Promise<number> {
    const columns = ['role_id', 'position', 'heading_id', 'skill_id', 'emphasis', 'reason'];
    const given = JSON.stringify(roleSkills);
    const [, removed] = await tx.query<[unknown, number]>(
      `DELETE FROM competency.role_skill t WHERE role_id = ANY($2) AND NOT EXISTS (
         SELECT 1 FROM ${recordset(columns)}
          WHERE (${columns.map((column) => `given.${column}`).join(', ')})
                IS NOT DISTINCT FROM (${columns.map((column) => `t.${column}`).join(', ')}))`,
      [given, roles.map(({ id }) => id)],
    );
    const inserted = await tx.query<unknown[]>(
      `INSERT INTO competency.role_skill (${columns.join(', ')}) SELECT ${columns.join(', ')} FROM ${recordset(columns)}
       ON CONFLICT (role_id, position) DO NOTHING RETURNING 1`,
      [given],
    );
    return removed + inserted.length;
  }

  private async removeOtherHeadings(tx: Tx, { roles, headings }: FrameworkRows): Promise<number> {
    const [, removed] = await tx.query<[unknown, number]>(
      'DELETE FROM competency.role_heading WHERE role_id = ANY($1) AND NOT (id = ANY($2))',
      [roles.map(({ id }) => id), headings.map(({ id }) => id)],
    );
    return removed;
  }
}

/** The JSON array in $1 as a table named `given`. */
function recordset(columns: readonly string[]): string {
  return `jsonb_to_recordset($1::jsonb) AS given(${columns.map((column) => `${column} ${columnType(column)}`).join(', ')})`;
}

function columnType(column: string): string {
  if (JSON_COLUMNS.has(column)) return 'jsonb';
  return ['position', 'no', 'emphasis'].includes(column) ? 'integer' : 'text';
}
