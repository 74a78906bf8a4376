import { Injectable } from '@nestjs/common';
import { instant, toIso, type Principal } from '@hz/kernel';
import { decodeCursor, encodeCursor, type Page } from '@hz/platform';
import type { AskedQueryView } from '../contract';
import { normalizedNumber } from '../domain/names';
import { QueryRepository, type AskedCount } from '../persistence/query.repository';
import { ownInstitution } from './batches';

export interface AskedFilter {
  readonly number?: string | undefined;
  readonly from?: number | undefined;
  readonly until?: number | undefined;
}
const ROWS_AT_ONCE = 1_000;
const HEADER = 'time,number,way,asked by,verdict,reason,sandbox\r\n';

/** What an institution asked within the last thirty days, for itself; and what holders may know of it. */
@Injectable()
export class AskedQueries {
  constructor(private readonly queries: QueryRepository) {}

  async page(
    who: Principal,
    { limit, cursor, ...filter }: AskedFilter & { limit: number; cursor?: string | undefined },
  ): Promise<Page<AskedQueryView>> {
    const found = await this.rows(who, filter, cursor, limit + 1);
    const rows = found.slice(0, limit);
    const last = found.length > limit ? rows.at(-1) : undefined;
    return { rows, nextCursor: last ? encodeCursor([last.at, last.id]) : null, total: null };
  }

  /** As CSV with a mark of byte order, which spreadsheets want. No field can begin a formula: all are of our own making. */
  async *csv(who: Principal, filter: AskedFilter): AsyncIterable<string> {
    yield `\uFEFF${HEADER}`;
    for (let cursor: string | undefined; ;) {
      const rows = await this.rows(who, filter, cursor, ROWS_AT_ONCE);
      if (rows.length === 0) return;
      yield rows.map(line).join('');
      const last = rows.at(-1)!;
      cursor = encodeCursor([last.at, last.id]);
    }
  }

  /** How often, and by whom, a certificate was asked about. Who may know it is for the caller to see to. */
  about(number: string): Promise<AskedCount[]> {
    return this.queries.countsFor(number);
  }

  private rows(who: Principal, { number, from, until }: AskedFilter, cursor: string | undefined, limit: number) {
    const after = decodeCursor(cursor);
    const before = after === null ? null : { at: instant(Number(after[0])), id: String(after[1]) };
    const wanted = number === undefined ? undefined : normalizedNumber(number);
    return this.queries.ofInstitution(ownInstitution(who), { number: wanted, from, until, before, limit });
  }
}

function line({ at, number, way, askedBy, verdict, reason, sandbox }: AskedQueryView): string {
  return `${[toIso(instant(at)), number, way, askedBy, verdict, reason ?? '', sandbox].join(',')}\r\n`;
}
