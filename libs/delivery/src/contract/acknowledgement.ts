import { canonicalJson, hmacHex, sha256Hex, type ResponseValue } from '@hz/kernel';
import type { SaveAck } from './attempt';
import type { ClaimOutcomes } from './offline-answers';

/** What the MAC of an acknowledgement covers. `value` is the canonical JSON (RFC 8785) of the response. */
export function acknowledgedText(attemptId: string, seq: number, valueDigest: string): string {
  return `${attemptId}:${seq}:${valueDigest}`;
}

/** HMAC-SHA-256 under the lease's key, in hexadecimal: only the server can have made it, and only for this value under this number. */
export function acknowledgementMac(macKey: string, attemptId: string, seq: number, value: ResponseValue): string {
  return hmacHex(macKey, acknowledgedText(attemptId, seq, sha256Hex(canonicalJson(value))));
}

/** Whether `ack` says that `value` is stored under `seq`. What a captive portal or a cache answers never does. */
export function isAcknowledged(
  macKey: string,
  attemptId: string,
  { seq, value }: { seq: number; value: ResponseValue },
  ack: Pick<SaveAck, 'seq' | 'mac'>,
): boolean {
  return ack.seq === seq && ack.mac === acknowledgementMac(macKey, attemptId, seq, value);
}

/** What the MAC over the outcomes of a journal covers: `head` is the journal's, `digest` SHA-256 of the outcomes' canonical JSON. */
export function keptText(attemptId: string, head: string, digest: string): string {
  return `kept:${attemptId}:${head}:${digest}`;
}

/** Whether the server has taken this very journal, and says so: only then may a page let go of what it has brought. */
export function isKeptGenuine(
  { macKey, attemptId }: { macKey: string; attemptId: string },
  head: string,
  reply: Pick<ClaimOutcomes, 'outcomes' | 'mac'>,
): boolean {
  return reply.mac === hmacHex(macKey, keptText(attemptId, head, sha256Hex(canonicalJson(reply.outcomes))));
}
