import { Injectable } from '@nestjs/common';
import type { Instant } from '@hz/kernel';
import { fromSqlTime, sqlTime, UnitOfWork, type Tx } from '@hz/platform';
import { placeInPostgres } from '../domain/status-list';

export interface StatusListRow {
  readonly id: number;
  readonly bits: Buffer;
  readonly version: number;
  readonly credential: string | null;
  readonly signedAt: Instant | null;
}

export interface StatusPlace {
  readonly list: number;
  readonly place: number;
}

@Injectable()
export class StatusListRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async byId(id: number): Promise<StatusListRow | null> {
    const [row] = await this.uow.read.query<(Omit<StatusListRow, 'signedAt'> & { signed_at: Date | null })[]>(
      'SELECT id, bits, version, credential, signed_at FROM verification.status_list WHERE id = $1',
      [id],
    );
    if (row === undefined) return null;
    const { bits, version, credential, signed_at: signedAt } = row;
    return { id, bits, version, credential, signedAt: fromSqlTime(signedAt) };
  }

  /** The number of the newest list; 0 when there is none yet. */
  async newest(tx: Tx): Promise<number> {
    const [row] = await tx.query<{ id: number }[]>('SELECT coalesce(max(id), 0) AS id FROM verification.status_list');
    return row!.id;
  }

  async ensure(tx: Tx, id: number, bytes: number): Promise<void> {
    await tx.query(
      'INSERT INTO verification.status_list (id, bits, version) VALUES ($1, $2, 0) ON CONFLICT (id) DO NOTHING',
      [id, Buffer.alloc(bytes)],
    );
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

  /** Sets one bit; the signed list is out of date from then on. */
  async setBit(tx: Tx, { list, place }: StatusPlace): Promise<void> {
    await tx.query(
      `UPDATE verification.status_list
          SET bits = set_bit(bits, $2, 1), version = version + 1, credential = NULL, signed_at = NULL
        WHERE id = $1 AND get_bit(bits, $2) = 0`,
      [list, placeInPostgres(place)],
    );
  }

  /** Keeps the signed form of a version, unless the list has changed meanwhile. */
  async keepSigned({ id, version }: StatusListRow, credential: string, at: Instant): Promise<void> {
    await this.uow.run((tx) =>
      tx.query('UPDATE verification.status_list SET credential = $3, signed_at = $4 WHERE id = $1 AND version = $2', [
        id,
        version,
        credential,
        sqlTime(at),
      ]),
    );
  }
}
