import { Injectable } from '@nestjs/common';
import type { Instant } from '@hz/kernel';
import { fromSqlTime, sqlTime, UnitOfWork, type Tx } from '@hz/platform';
import { STATUS_PURPOSES, type StatusPurpose } from '../contract';
import { placeInPostgres } from '../domain/status-list';

export interface StatusListRow {
  readonly id: number;
  readonly purpose: StatusPurpose;
  readonly bits: Buffer;
  readonly version: number;
  readonly credential: string | null;
  readonly signedAt: Instant | null;
}

export interface StatusPlace {
  readonly list: number;
  readonly place: number;
}

/** The stamps of both lists of an id: another one each time that a list is written, whoever writes it; null where there is none. */
export interface ListStamps extends Readonly<Record<StatusPurpose, string | null>> {
  readonly id: number;
}

const TABLES: Readonly<Record<StatusPurpose, string>> = {
  revocation: 'verification.status_list',
  suspension: 'verification.suspension_list',
};

/** The version of a row by which PostgreSQL itself tells it from others: another one each time that it is written, whoever writes it. */
export function stampSql(table: string): string {
  return `${table}.xmin::text || ${table}.ctid::text`;
}

/** Joins what was read of the place of `number` (an expression of SQL) as `list_id`, `revocation_stamp` and `suspension_stamp`. */
export const JOIN_STAMPS = {
  columns: `place.list_id, ${stampSql('revocation')} AS revocation_stamp, ${stampSql('suspension')} AS suspension_stamp`,
  of: (number: string) => `LEFT JOIN verification.status_entry place ON place.number = ${number}
         LEFT JOIN ${TABLES.revocation} revocation ON revocation.id = place.list_id
         LEFT JOIN ${TABLES.suspension} suspension ON suspension.id = place.list_id`,
};

@Injectable()
export class StatusListRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async stampOf(id: number, purpose: StatusPurpose): Promise<string | null> {
    const [row] = await this.uow.read.query<{ stamp: string }[]>(
      `SELECT ${stampSql('list')} AS stamp FROM ${TABLES[purpose]} AS list WHERE id = $1`,
      [id],
    );
    return row?.stamp ?? null;
  }

  async byId(id: number, purpose: StatusPurpose): Promise<StatusListRow | null> {
    const [row] = await this.uow.read.query<
      (Omit<StatusListRow, 'signedAt' | 'purpose'> & { signed_at: Date | null })[]
    >(`SELECT id, bits, version, credential, signed_at FROM ${TABLES[purpose]} WHERE id = $1`, [id]);
    if (row === undefined) return null;
    const { bits, version, credential, signed_at: signedAt } = row;
    return { id, purpose, bits, version, credential, signedAt: fromSqlTime(signedAt) };
  }

  /** The number of the newest list; 0 when there is none yet. */
  async newest(tx: Tx): Promise<number> {
    const [row] = await tx.query<{ id: number }[]>('SELECT coalesce(max(id), 0) AS id FROM verification.status_list');
    return row!.id;
  }

  async ensure(tx: Tx, id: number, bytes: number): Promise<void> {
    for (const purpose of STATUS_PURPOSES) {
      await tx.query(
        `INSERT INTO ${TABLES[purpose]} (id, bits, version) VALUES ($1, $2, 0) ON CONFLICT (id) DO NOTHING`,
        [id, Buffer.alloc(bytes)],
      );
    }
  }

  async placeOf(tx: Tx, number: string): Promise<StatusPlace | null> {
    const [row] = await tx.query<StatusPlace[]>(
      'SELECT list_id AS list, place FROM verification.status_entry WHERE number = $1',
      [number],
    );
    return row ?? null;
  }

  /** False when the place is taken. */
  async take(tx: Tx, { list, place }: StatusPlace, number: string): Promise<boolean> {
    const taken = await tx.query<object[]>(
      `INSERT INTO verification.status_entry (list_id, place, number) VALUES ($1, $2, $3)
       ON CONFLICT (list_id, place) DO NOTHING RETURNING place`,
      [list, place, number],
    );
    return taken.length > 0;
  }

  /** Sets or clears one bit; where that changes anything, the signed list is out of date from then on. */
  async setBit(tx: Tx, purpose: StatusPurpose, { list, place }: StatusPlace, bit: 0 | 1): Promise<void> {
    await tx.query(
      `UPDATE ${TABLES[purpose]}
          SET bits = set_bit(bits, $2, $3), version = version + 1, credential = NULL, signed_at = NULL
        WHERE id = $1 AND get_bit(bits, $2) <> $3`,
      [list, placeInPostgres(place), bit],
    );
  }

  /** Keeps the signed form of a version, unless the list has changed meanwhile. */
  async keepSigned({ id, purpose, version }: StatusListRow, credential: string, at: Instant): Promise<void> {
    await this.uow.run((tx) =>
      tx.query(`UPDATE ${TABLES[purpose]} SET credential = $3, signed_at = $4 WHERE id = $1 AND version = $2`, [
        id,
        version,
        credential,
        sqlTime(at),
      ]),
    );
  }
}
