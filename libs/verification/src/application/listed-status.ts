import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { Clock, instant, plus, type Instant } from '@hz/kernel';
import { StatusListNotFound, statusListSchema, type StatusPlaceNamed, type StatusPurpose } from '../contract';
import { bitAt, LIST_BYTES } from '../domain/status-list';
import { StatusListRepository, type ListStamps } from '../persistence/status-list.repository';
import { Issuer } from './issuer';
import { ProofCheck } from './proof-check';
import { SIGNED_ANEW_AFTER_MS, StatusLists } from './status-lists';

const unzip = promisify(gunzip);

export interface ListedStatus {
  readonly status: 'set' | 'clear' | 'unknown';
  readonly asOf: Instant | null;
}

/** A signed list whose proof held. */
interface CheckedList {
  readonly bits: Uint8Array;
  readonly asOf: Instant;
  readonly until: Instant;
  /** The id of the key of its proofs. */
  readonly signedBy: string;
  /** Of the row as it was read. */
  readonly stamp: string;
}

const UNKNOWN: ListedStatus = { status: 'unknown', asOf: null };

/**
 * Reads the signed status lists as any verifier would, and trusts nothing else. A list that was checked is remembered until its row is
 * written again or it is due to be signed anew: each question learns the row's stamp, so that no answer is older than the question.
 */
@Injectable()
export class ListedStatuses {
  private readonly checked = new Map<string, CheckedList>();

  constructor(
    private readonly lists: StatusLists,
    private readonly rows: StatusListRepository,
    private readonly issuer: Issuer,
    private readonly check: ProofCheck,
    private readonly clock: Clock,
  ) {}

  /**
   * What the signed list says of an entry; `unknown` when anything about the list is not right. `seen` are the stamps that lists had when
   * the question was looked up, where that told them.
   */
  async of(entry: StatusPlaceNamed, seen: ListStamps | null): Promise<ListedStatus> {
    try {
      const named = listNamedBy(entry.statusListCredential);
      if (entry.statusPurpose !== named.purpose) return UNKNOWN;
      const stamp = seen?.id === named.id ? seen[named.purpose] : await this.rows.stampOf(named.id, named.purpose);
      const list = stamp === null ? null : await this.current(named, stamp);
      const now = this.clock.now();
      if (list === null || now < list.asOf || now >= list.until) return UNKNOWN;
      const bit = bitAt(list.bits, Number(entry.statusListIndex));
      return bit === null ? UNKNOWN : { status: bit ? 'set' : 'clear', asOf: list.asOf };
    } catch {
      return UNKNOWN;
    }
  }

  private async current(named: ListName, stamp: string): Promise<CheckedList | null> {
    const name = `${named.purpose} ${named.id}`;
    const before = this.checked.get(name);
    if (before?.stamp === stamp && (await this.isToday(before))) return before;
    // Read after the stamp: where the row changes in between, its next reader sees another stamp and reads again.
    const list = await this.read(named, stamp);
    if (list === null) this.checked.delete(name);
    else this.checked.set(name, list);
    return list;
  }

  /** Whether the list would be handed out as it is. */
  private async isToday({ asOf, signedBy }: CheckedList): Promise<boolean> {
    const now = this.clock.now();
    return now >= asOf && now < plus(asOf, SIGNED_ANEW_AFTER_MS) && (await this.issuer.signsWith(signedBy));
  }

  private async read({ id, purpose }: ListName, stamp: string): Promise<CheckedList | null> {
    const { document, key } = await this.check.run(await this.lists.signed(id, purpose), statusListSchema);
    if (document === null || key === null) return null;
    const { credentialSubject, validFrom, validUntil } = document;
    const found = listNamedBy(document.id);
    if (found.id !== id || found.purpose !== purpose || credentialSubject.statusPurpose !== purpose) return null;
    const bits = await unzip(Buffer.from(credentialSubject.encodedList.slice(1), 'base64url'), {
      maxOutputLength: LIST_BYTES,
    });
    if (bits.length !== LIST_BYTES) return null;
    const [asOf, until] = [instant(Date.parse(validFrom)), instant(Date.parse(validUntil))];
    return { bits, asOf, until, signedBy: key.keyId, stamp };
  }
}

interface ListName {
  readonly id: number;
  readonly purpose: StatusPurpose;
}

/** The public address may have changed since a list was named; its number and purpose have not. */
function listNamedBy(url: string): ListName {
  const [, id, suspension] = /\/status-lists\/(\d{1,9})(\/suspension)?$/.exec(url) ?? [];
  if (id === undefined) throw new StatusListNotFound({ list: url.slice(0, 200) });
  return { id: Number(id), purpose: suspension === undefined ? 'revocation' : 'suspension' };
}
