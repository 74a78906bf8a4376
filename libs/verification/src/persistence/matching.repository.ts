import { Injectable } from '@nestjs/common';
import { instant } from '@hz/kernel';
import { Gathered, HotPool } from '@hz/platform';
import type { Published, PublishedStatus } from './published.repository';
import { JOIN_STAMPS, stampSql, type ListStamps } from './status-list.repository';

/** Who asks for a certificate, and what they know of it. */
export interface Asked {
  readonly number: string;
  readonly holderKey: string | null;
  readonly codeHash: string | null;
  /** The stamp of the row under which its credential is known already. */
  readonly knownStamp: string | null;
}

/** A published certificate as its row stands, without its credential. */
export type Standing = Pick<Published, 'number' | 'status' | 'successor' | 'statusChangedAt' | 'loggedAt'>;

export interface Matching extends Standing {
  /** Another one each time that the row is written, whoever writes it. */
  readonly stamp: string;
  /** Canonical JSON; null where the row still has the stamp under which it is known. */
  readonly credential: string | null;
  /** SHA-256 of the credential's text, as it was published. */
  readonly credentialHash: string;
  /** The stamps of the lists in which it has a place. */
  readonly lists: ListStamps | null;
}

interface Raw {
  place: number;
  number: string;
  status: PublishedStatus;
  successor: string | null;
  status_changed_at: number;
  logged_at: number | null;
  stamp: string;
  credential: string | null;
  credential_hash: string;
  list_id: number | null;
  revocation_stamp: string | null;
  suspension_stamp: string | null;
}

const millisecondsOf = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`;
const MATCHING = `
  SELECT asked.place::int AS place, p.number, p.credential_hash, p.status, p.successor, ${stampSql('p')} AS stamp,
         ${millisecondsOf('p.status_changed_at')} AS status_changed_at, ${millisecondsOf('p.logged_at')} AS logged_at,
         CASE WHEN asked.known_stamp = ${stampSql('p')} THEN NULL ELSE p.credential END AS credential, ${JOIN_STAMPS.columns}
    FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) WITH ORDINALITY
         AS asked (number, holder_key, code_hash, known_stamp, place)
    JOIN verification.published p ON p.number = asked.number
     AND (asked.holder_key IS NULL OR asked.holder_key = ANY (p.holder_keys))
     AND (asked.code_hash IS NULL OR asked.code_hash = p.code_hash)
    ${JOIN_STAMPS.of('p.number')}`;

/** Looks certificates up for those who ask whether they are valid; questions that come together share a statement. */
@Injectable()
export class MatchingRepository {
  private readonly asked = new Gathered<Asked, Matching>((asked) => this.each(asked));

  constructor(private readonly hot: HotPool) {}

  /**
   * The certificate of a number, if the holder belongs to it. One statement whichever of them is wrong, so that it takes the same time to
   * find nothing.
   */
  async find(asked: Asked): Promise<Matching | null> {
    return (await this.asked.find(asked)) ?? null;
  }

  private async each(asked: readonly Asked[]): Promise<Map<Asked, Matching>> {
    const values = [
      asked.map(({ number }) => number),
      asked.map(({ holderKey }) => holderKey),
      asked.map(({ codeHash }) => codeHash),
      asked.map(({ knownStamp }) => knownStamp),
    ];
    const { rows } = await this.hot.pool.query<Raw>({ name: 'matching-certificates', text: MATCHING, values });
    return new Map(rows.map((row) => [asked[row.place - 1]!, toMatching(row)]));
  }
}

function toMatching(row: Raw): Matching {
  const { number, status, successor, stamp, credential, list_id: id } = row;
  return {
    number,
    status,
    successor,
    statusChangedAt: instant(row.status_changed_at),
    loggedAt: row.logged_at === null ? null : instant(row.logged_at),
    stamp,
    credential,
    credentialHash: row.credential_hash,
    lists: id === null ? null : { id, revocation: row.revocation_stamp, suspension: row.suspension_stamp },
  };
}
