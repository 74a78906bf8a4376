import { fromBase64, toBase64 } from '../contract/base64';
import { HASH_BYTES } from './merkle-hash';
import type { Tree } from './proofs';

export interface CheckpointBody extends Tree {
  readonly origin: string;
}

/** The note text of a checkpoint (C2SP tlog-checkpoint), with its final newline. */
export function checkpointText({ origin, size, root }: CheckpointBody): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/** What a checkpoint's text says; null when it is none of ours, which have no extension lines. */
export function parseCheckpoint(text: string): CheckpointBody | null {
  const [origin, size, encoded, rest, ...others] = text.split('\n');
  if (!origin || size === undefined || encoded === undefined || rest !== '' || others.length > 0) return null;
  if (!/^(?:0|[1-9]\d{0,15})$/.test(size) || !Number.isSafeInteger(Number(size))) return null;
  const root = fromBase64(encoded);
  return root?.length === HASH_BYTES ? { origin, size: Number(size), root } : null;
}

/** The origin of a log under a public address: without scheme and final slash, as C2SP tlog-tiles has it. */
export function originOf(publicUrl: string): string {
  return `${publicUrl.replace(/^[a-z]+:\/\//, '').replace(/\/$/, '')}/log`;
}
