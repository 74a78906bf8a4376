import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DatabaseBusy } from '../problems/platform-errors';
import { sqlStateOf } from './sql-state';

declare const inTransaction: unique symbol;

/** An EntityManager inside a transaction. Only `UnitOfWork.run` makes one, so a write outside a transaction does not compile. */
export type Tx = EntityManager & { readonly [inTransaction]: true };

const ATTEMPTS = 4;
/** serialization_failure and deadlock_detected: the transaction may be repeated as a whole. */
const REPEATABLE = new Set(['40001', '40P01']);

@Injectable()
export class UnitOfWork {
  constructor(private readonly source: DataSource) {}

  /** For reading outside a transaction. */
  get read(): EntityManager {
    return this.source.manager;
  }

  /**
   * Runs `work` in one transaction and returns its result after the commit. On a deadlock or serialization failure all of `work`
   * is repeated, so it must do database work only. Throws DatabaseBusy when four attempts were not enough.
   */
  async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.source.transaction((manager) => work(manager as Tx));
      } catch (error) {
        if (!REPEATABLE.has(sqlStateOf(error) ?? '')) throw error;
        if (attempt === ATTEMPTS) throw new DatabaseBusy();
      }
    }
  }
}
