import { toBase64 } from '../contract/base64';
import { utf8 } from './note';

/** C2SP tlog-proof: everything that shows that an entry is in the log, without asking anybody. `extra` is not authenticated by it. */
export function tlogProofText(proof: {
  readonly index: number;
  readonly hashes: readonly Uint8Array[];
  readonly checkpoint: string;
  readonly extra?: string | undefined;
}): string {
  const extra = proof.extra === undefined ? [] : [`extra ${toBase64(utf8(proof.extra))}`];
  const lines = ['c2sp.org/tlog-proof@v1', ...extra, `index ${proof.index}`, ...proof.hashes.map(toBase64)];
  return `${lines.join('\n')}\n\n${proof.checkpoint}`;
}

/** A consistency proof as a witness takes it (C2SP tlog-witness, `add-checkpoint`). */
export function addCheckpointText(oldSize: number, hashes: readonly Uint8Array[], checkpoint: string): string {
  return `${[`old ${oldSize}`, ...hashes.map(toBase64)].join('\n')}\n\n${checkpoint}`;
}
