import { gzipSync } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { canonicalJson, Clock, MS_PER_DAY, MS_PER_MINUTE, plus, toIso, type Instant } from '@hz/kernel';
import { randomBelow, type Tx } from '@hz/platform';
import {
  StatusListNotFound,
  VC_CONTEXT,
  type StatusEntry,
  type StatusPurpose,
  type UnsignedStatusList,
} from '../contract';
import { LIST_BYTES, LIST_LENGTH } from '../domain/status-list';
import { StatusListRepository, type StatusListRow, type StatusPlace } from '../persistence/status-list.repository';
import { CredentialProof } from './credential-proof';
import { Issuer } from './issuer';

/** A place that is taken is drawn again; a list in which so many draws fail is about full, and the next list begins. */
const DRAWS = 8;
/** A signed list is handed out for so long. */
export const SIGNED_ANEW_AFTER_MS = 60 * MS_PER_MINUTE;

/** The lists in which revoked and suspended certificates are marked, as signed credentials that any verifier reads (W3C Bitstring Status List v1.0). */
@Injectable()
export class StatusLists {
  constructor(
    private readonly lists: StatusListRepository,
    private readonly issuer: Issuer,
    private readonly proof: CredentialProof,
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
