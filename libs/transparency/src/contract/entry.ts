import { canonicalJson, hexOf, sha256Bytes, toIso, type Brand, type Instant } from '@hz/kernel';
import { toBase64 } from './base64';

export type LogEntryId = Brand<string, 'LogEntryId'>;

/** What happened to a certificate. */
export const LOG_ENTRY_KINDS = ['issue', 'supersede', 'suspend', 'reinstate', 'revoke'] as const;
export type LogEntryKind = (typeof LOG_ENTRY_KINDS)[number];

export interface LogEntry {
  readonly kind: LogEntryKind;
  /** The number of the certificate. It is kept beside the leaf and never published. */
  readonly subject: string;
  /** As `commitmentOf` makes it. */
  readonly commitment: string;
  readonly at: Instant;
}

/** What opens a commitment: whoever has it can see that a leaf is about this certificate; without it a leaf says nothing of anybody. */
export interface Opening {
  /** 32 random bytes. */
  readonly salt: Uint8Array;
  readonly committed: object;
}

const SALT_BYTES = 32;

/** SHA-256 over the salt and the canonical JSON (RFC 8785) of what is committed to, as 64 hexadecimal digits. Throws on another length of salt. */
export function commitmentOf({ salt, committed }: Opening): string {
  if (salt.length !== SALT_BYTES) throw new RangeError(`a salt has ${SALT_BYTES} bytes`);
  return hexOf(sha256Bytes(salt, utf8(canonicalJson(committed))));
}

/** The leaf as it stands in the log: canonical JSON of kind, moment and commitment, and nothing of a person. */
export function leafText({ kind, commitment, at }: Omit<LogEntry, 'subject'>): string {
  return canonicalJson({ at: toIso(at), commitment, kind });
}

/** The `extra` part of a proof, from which a verifier builds commitment and leaf anew. */
export function openingText({ kind, at }: Pick<LogEntry, 'kind' | 'at'>, { salt, committed }: Opening): string {
  return canonicalJson({ at: toIso(at), committed, kind, salt: toBase64(salt) });
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
