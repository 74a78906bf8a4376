import { Injectable } from '@nestjs/common';
import { sha256Hex, type Instant } from '@hz/kernel';
import { randomSalt, type Tx } from '@hz/platform';
import { TransparencyLog } from '@hz/transparency';
import { commitmentOf, type LogEntryId, type Opening } from '@hz/transparency/contract';
import { STATUS_AFTER, type StatusChangeKind } from '../contract';
import type { CertificateRecord } from '../domain/certificate-record';
import type { StoredVariant } from '../persistence/variant.repository';
import type { StatusChange } from '../persistence/status-change.repository';

const SALT_BYTES = 32;

/** What is committed to in the transparency log when something happens to a certificate, and the proofs of it. */
@Injectable()
export class CertificateLog {
  constructor(private readonly log: TransparencyLog) {}

  /** The leaf of an issue: it commits to every form in which the credential is given out. The same again gives the same entry. */
  issued(tx: Tx, certificate: CertificateRecord, variants: readonly StoredVariant[], at: Instant): Promise<LogEntryId> {
    const commitment = commitmentOf(openingOfIssue(certificate, variants));
    return this.log.append(tx, { kind: 'issue', subject: certificate.number, commitment, at });
  }

  /** The leaf of a later change, under a salt of its own. */
  async changed(
    tx: Tx,
    { number, kind, successor, at }: Pick<StatusChange, 'number' | 'kind' | 'successor' | 'at'>,
  ): Promise<{ logSalt: Buffer; logEntry: LogEntryId }> {
    const logSalt = randomSalt(SALT_BYTES);
    const commitment = commitmentOf(openingOfChange({ number, kind, successor, logSalt }));
    return { logSalt, logEntry: await this.log.append(tx, { kind, subject: number, commitment, at }) };
  }

  /** Waits until the issue is in a signed checkpoint; outside of any transaction. Throws as the log does. */
  async included(entry: LogEntryId): Promise<void> {
    await this.log.included(entry);
  }

  /** Throws LogDamaged when the leaf that anybody may read of an entry is no longer its own. Throws as the log does. */
  async confirm(entry: LogEntryId): Promise<void> {
    await this.log.confirm(entry);
  }

  /** The proof that the issue is in the log, with its opening; outside of any transaction. Throws as the log does. */
  proofOfIssue(certificate: CertificateRecord, variants: readonly StoredVariant[]): Promise<string> {
    if (certificate.logEntry === null) throw new TypeError(`${certificate.number} is not in the log`);
    return this.log.proof(certificate.logEntry, openingOfIssue(certificate, variants));
  }

  proofOfChange(change: StatusChange): Promise<string> {
    return this.log.proof(change.logEntry, openingOfChange(change));
  }
}

/** Hashes of what is given out, byte for byte: the canonical JSON of each credential, and each token. */
export function openingOfIssue(
  { number, logSalt }: Pick<CertificateRecord, 'number' | 'logSalt'>,
  variants: readonly StoredVariant[],
): Opening {
  const credentials = variants.flatMap(({ credential, token }) => [sha256Hex(credential), sha256Hex(token)]).sort();
  return { salt: new Uint8Array(logSalt), committed: { credentials, number } };
}

export function openingOfChange(change: {
  readonly number: string;
  readonly kind: StatusChangeKind;
  readonly successor: string | null;
  readonly logSalt: Buffer;
}): Opening {
  const { number, kind, successor, logSalt } = change;
  const committed = { number, status: STATUS_AFTER[kind], ...(successor !== null && { successor }) };
  return { salt: new Uint8Array(logSalt), committed };
}
