import { utf8, type NoteSignature } from './note';

export interface TimedSignature {
  /** Whole seconds since 1970-01-01T00:00:00Z. */
  readonly seconds: number;
  readonly signature: Uint8Array;
}

const TIME_BYTES = 8;
const SIGNATURE_BYTES = 64;

/** The moment and the signature in a line of a witness (C2SP tlog-cosignature, Ed25519); null when it has another form. */
export function timedSignature({ signature: bytes }: Pick<NoteSignature, 'signature'>): TimedSignature | null {
  if (bytes.length !== TIME_BYTES + SIGNATURE_BYTES) return null;
  const seconds = new DataView(bytes.buffer, bytes.byteOffset, TIME_BYTES).getBigUint64(0);
  if (seconds > BigInt(Number.MAX_SAFE_INTEGER)) return null;
  return { seconds: Number(seconds), signature: bytes.subarray(TIME_BYTES) };
}

/** The bytes that a witness signs for a checkpoint's text at a moment. */
export function cosignedBytes(checkpoint: string, seconds: number): Uint8Array {
  return utf8(`cosignature/v1\ntime ${seconds}\n${checkpoint}`);
}
