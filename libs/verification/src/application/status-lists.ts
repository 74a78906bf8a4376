import { promisify } from 'node:util';
import { gunzip, gzipSync } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { canonicalJson, Clock, instant, MS_PER_DAY, MS_PER_MINUTE, plus, toIso, type Instant } from '@hz/kernel';
import { randomBelow, type Tx } from '@hz/platform';
import {
  StatusListNotFound,
  statusListSchema,
  VC_CONTEXT,
  type StatusEntry,
  type StatusPlaceNamed,
  type StatusPurpose,
  type UnsignedStatusList,
} from '../contract';
import { bitAt, LIST_BYTES, LIST_LENGTH } from '../domain/status-list';
import { StatusListRepository, type StatusListRow, type StatusPlace } from '../persistence/status-list.repository';
import { CredentialProof } from './credential-proof';
import { Issuer } from './issuer';
import { ProofCheck } from './proof-check';

const unzip = promisify(gunzip);
/** A place that is taken is drawn again; a list in which so many draws fail is about full, and the next list begins. */
const DRAWS = 8;
const SIGNED_ANEW_AFTER_MS = 60 * MS_PER_MINUTE;

export interface ListedStatus {
  readonly status: 'set' | 'clear' | 'unknown';
  readonly asOf: Instant | null;
}

const UNKNOWN: ListedStatus = { status: 'unknown', asOf: null };

/** The lists in which revoked and suspended certificates are marked, as signed credentials that any verifier reads (W3C Bitstring Status List v1.0). */
@Injectable()
export class StatusLists {
  constructor(
    private readonly lists: StatusListRepository,
    private readonly issuer: Issuer,
    private readonly proof: CredentialProof,
    private readonly check: ProofCheck,
    private readonly clock: Clock,
  ) {}

  /** A place of its own for a number, drawn at random; the same number again gets the same place. */
  async allocate(tx: Tx, number: string): Promise<StatusEntry> {
    const taken = await this.lists.placeOf(tx, number);
    if (taken !== null) return this.entryAt(taken);
    for (let list = Math.max(1, await this.lists.newest(tx)); ; list += 1) {
      await this.lists.ensure(tx, list, LIST_BYTES);
      for (let draw = 0; draw < DRAWS; draw += 1) {
        const drawn = { list, place: randomBelow(LIST_LENGTH) };
        if (await this.lists.take(tx, drawn, number)) return this.entryAt(drawn);
      }
    }
  }

  /** Says in both lists what is the case with a number: what is final has no way back, what may not be accepted now may have. */
  async mark(tx: Tx, number: string, { final, refused }: { final: boolean; refused: boolean }): Promise<void> {
    const place = await this.lists.placeOf(tx, number);
    if (place === null) throw new StatusListNotFound({ number });
    if (final) await this.lists.setBit(tx, 'revocation', place, 1);
    await this.lists.setBit(tx, 'suspension', place, refused ? 1 : 0);
  }

  /** The signed list as canonical JSON; signs it anew when it has changed or grown old. Throws StatusListNotFound. */
  async signed(id: number, purpose: StatusPurpose): Promise<string> {
    const row = await this.lists.byId(id, purpose);
    if (row === null) throw new StatusListNotFound({ list: id });
    const now = this.clock.now();
    const key = await this.issuer.key();
    const fresh = row.signedAt !== null && now < plus(row.signedAt, SIGNED_ANEW_AFTER_MS);
    // A list speaks for the present: one signed with a key that was replaced meanwhile, perhaps because it was stolen, does not.
    const signedBy = /"verificationMethod":"([^"]+)"/.exec(row.credential ?? '')?.[1] ?? key.id;
    if (row.credential !== null && fresh && signedBy === key.id) return row.credential;
    const credential = canonicalJson(await this.proof.sign(this.unsigned(row, now), now, key));
    await this.lists.keepSigned(row, credential, now);
    return credential;
  }

  /** What the signed list says of an entry, after checking its proof; `unknown` when anything about it is not right. */
  async statusOf(entry: StatusPlaceNamed): Promise<ListedStatus> {
    try {
      const list = listNamedBy(entry.statusListCredential);
      const { document } = await this.check.run(await this.signed(list.id, list.purpose), statusListSchema);
      if (document === null || entry.statusPurpose !== list.purpose) return UNKNOWN;
      const found = listNamedBy(document.id);
      if (found.id !== list.id || found.purpose !== list.purpose) return UNKNOWN;
      if (document.credentialSubject.statusPurpose !== list.purpose) return UNKNOWN;
      const now = this.clock.now();
      const asOf = instant(Date.parse(document.validFrom));
      if (now < asOf || now >= Date.parse(document.validUntil)) return UNKNOWN;
      const bits = await unzip(Buffer.from(document.credentialSubject.encodedList.slice(1), 'base64url'), {
        maxOutputLength: LIST_BYTES,
      });
      const bit = bits.length === LIST_BYTES ? bitAt(bits, Number(entry.statusListIndex)) : null;
      return bit === null ? UNKNOWN : { status: bit ? 'set' : 'clear', asOf };
    } catch {
      return UNKNOWN;
    }
  }

  private entryAt({ list, place }: StatusPlace): StatusEntry {
    const url = this.urlOf(list, 'suspension');
    return {
      id: `${url}#${place}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'suspension',
      statusListIndex: String(place),
      statusListCredential: url,
      statusReference: this.urlOf(list, 'revocation'),
    };
  }

  private unsigned({ id, purpose, bits }: StatusListRow, now: Instant): UnsignedStatusList {
    const url = this.urlOf(id, purpose);
    return {
      '@context': [VC_CONTEXT],
      id: url,
      type: ['VerifiableCredential', 'BitstringStatusListCredential'],
      issuer: this.issuer.did,
      validFrom: toIso(now),
      validUntil: toIso(plus(now, MS_PER_DAY)),
      credentialSubject: {
        id: `${url}#list`,
        type: 'BitstringStatusList',
        statusPurpose: purpose,
        encodedList: `u${gzipSync(bits).toString('base64url')}`,
      },
    };
  }

  private urlOf(list: number, purpose: StatusPurpose): string {
    const url = `${this.issuer.publicUrl}/status-lists/${list}`;
    return purpose === 'revocation' ? url : `${url}/${purpose}`;
  }
}

/** The public address may have changed since a list was named; its number and purpose have not. */
function listNamedBy(url: string): { id: number; purpose: StatusPurpose } {
  const [, id, suspension] = /\/status-lists\/(\d{1,9})(\/suspension)?$/.exec(url) ?? [];
  if (id === undefined) throw new StatusListNotFound({ list: url.slice(0, 200) });
  return { id: Number(id), purpose: suspension === undefined ? 'revocation' : 'suspension' };
}
