import { Injectable } from '@nestjs/common';
import { canonicalJson, Clock, type Instant, sha256Hex } from '@hz/kernel';
import { SecretBox, type Tx } from '@hz/platform';
import { NotPublished, PublishedDifferently, type Credential, type StatusEntry } from '../contract';
import { nameKey } from '../domain/names';
import { PublishedRepository, type PublishedStatus } from '../persistence/published.repository';
import { codeHash } from './secrets';
import { StatusLists } from './status-lists';

export interface Publication {
  readonly number: string;
  readonly credential: Credential;
  /** The names under which a verifier may ask. */
  readonly holderNames: readonly string[];
  readonly verificationCode: string;
}

/** What verifiers are told of a number now. */
export interface PublishedNow {
  /** Canonical JSON of the credential. */
  readonly credential: string;
  readonly status: PublishedStatus;
}

/** What certification hands over, so that verification can answer without it. */
@Injectable()
export class Publications {
  constructor(
    private readonly published: PublishedRepository,
    private readonly lists: StatusLists,
    private readonly box: SecretBox,
    private readonly clock: Clock,
  ) {}

  /** The place in the status lists that the credential of this number must name. A repeat gives the same one. */
  allocateStatus(tx: Tx, number: string): Promise<StatusEntry> {
    return this.lists.allocate(tx, number);
  }

  /** Publishes a certificate. The same again changes nothing; another content under the number throws PublishedDifferently (P2). */
  async publish(tx: Tx, { number, credential, holderNames, verificationCode }: Publication): Promise<void> {
    const text = canonicalJson(credential);
    const credentialHash = sha256Hex(text);
    const row = {
      number,
      credential: text,
      credentialHash,
      holderKeys: holderNames.map((name) => holderKey(this.box, name)),
      codeHash: codeHash(verificationCode),
    };
    if (await this.published.add(tx, row, this.clock.now())) return;
    const before = await this.published.lock(tx, number);
    if (before?.credentialHash !== credentialHash) throw new PublishedDifferently({ number });
  }

  /** Notes that a signed checkpoint of the log holds the certificate at this moment. The first moment that was noted stays. */
  async recordLogged(tx: Tx, number: string, at: Instant): Promise<void> {
    await this.published.setLogged(tx, number, at);
  }

  /** What is published under a number; null where nothing is. */
  async now(number: string): Promise<PublishedNow | null> {
    const found = await this.published.byNumber(number);
    return found && { credential: found.credential, status: found.status };
  }

  /** The numbers after `from` up to `upTo` (null: to the end) that are published, in byte order. */
  numbersWithin(span: { readonly from: string; readonly upTo: string | null }): Promise<string[]> {
    return this.published.numbersWithin(span);
  }

  /**
   * Changes the status in the record and in the status lists. A superseded certificate may name the number that took its place. Repeating
   * it changes nothing. Throws NotPublished.
   */
  async setStatus(
    tx: Tx,
    number: string,
    status: PublishedStatus,
    reason: string | null,
    successor: string | null = null,
  ): Promise<void> {
    const before = await this.published.lock(tx, number);
    if (before === null) throw new NotPublished({ number });
    if (before.status === status) return;
    await this.published.setStatus(tx, { number, status, reason, successor }, this.clock.now());
    const final = status === 'revoked' || status === 'superseded';
    await this.lists.mark(tx, number, { final, refused: status !== 'valid' });
  }
}

/** A blind index of a name: finds an equal one, shows none. */
export function holderKey(box: SecretBox, name: string): string {
  return box.blindIndex('certificate-holder', nameKey(name));
}
