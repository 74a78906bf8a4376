import type { Alarm } from './alarm';
import { checkpointIn, type Checkpoint, type LogKey } from './checkpoint';
import type { OwnCopy } from './copy';
import { leafOf, type Kind } from './leaf';
import type { LogSource } from './log-source';
import { leafHash } from './merkle';

/**
 * Looks at the log once: its newest checkpoint, and every leaf that is new. The own copy grows only by leaves that lead to the signed
 * root. Gives what is wrong; nothing when all is in order. Throws CannotLook.
 */
export async function follow(source: LogSource, keys: readonly LogKey[], copy: OwnCopy): Promise<Alarm[]> {
  const note = await source.checkpoint();
  const checkpoint = checkpointIn(note, keys);
  if (checkpoint === null) return [{ kind: 'signature', detail: firstLine(note), evidence: { note } }];
  const contradiction = contradicting(copy, checkpoint);
  if (contradiction !== null) return [contradiction];
  if (checkpoint.size < copy.size) {
    const detail = `${copy.size} → ${checkpoint.size}`;
    return [{ kind: 'rollback', detail, evidence: { known: copy.note!, shown: note } }];
  }
  return checkpoint.size === copy.size ? [] : grow(source, copy, checkpoint);
}

/** Whether a checkpoint of the log, from wherever it came, tells another history than the own copy; null when it does not. */
export function contradicting(copy: OwnCopy, { size, root, note }: Checkpoint): Alarm | null {
  if (size > copy.size || copy.rootAt(size).equals(root)) return null;
  const detail = `${size}: ${root.toString('base64')} ≠ ${copy.rootAt(size).toString('base64')}`;
  return { kind: 'fork', detail, evidence: { known: copy.note ?? '', shown: note } };
}

async function grow(source: LogSource, copy: OwnCopy, checkpoint: Checkpoint): Promise<Alarm[]> {
  const counts = { ...copy.counts };
  const odd: Alarm[] = [];
  try {
    for await (const { first, leaves } of source.bundles(copy.size, checkpoint.size)) {
      const hashes = leaves.map(leafHash);
      const known = hashes.findIndex((hash, no) => first + no < copy.size && !copy.leaf(first + no)!.equals(hash));
      if (known >= 0) return [forkAt(copy, checkpoint, `leaf ${first + known}`)];
      const fresh = leaves.slice(Math.max(0, copy.size - first));
      fresh.forEach((leaf, no) => count(leaf, Math.max(first, copy.size) + no, counts, odd));
      copy.draft(hashes.slice(leaves.length - fresh.length));
    }
    const root = copy.draftRoot();
    if (!root.equals(checkpoint.root)) {
      return [forkAt(copy, checkpoint, `leaves lead to ${root.toString('base64')}`)];
    }
    copy.commit(checkpoint.note, counts);
    return odd;
  } finally {
    copy.discard();
  }
}

function count(leaf: Buffer, index: number, counts: Partial<Record<Kind, number>>, odd: Alarm[]): void {
  const kind = leafOf(leaf)?.kind;
  if (kind === undefined) {
    odd.push({ kind: 'odd-leaf', detail: `leaf ${index}`, evidence: { leaf: leaf.toString('base64') } });
  } else {
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
}

/** The leaves do not lead from what was known to what is shown now. */
function forkAt(copy: OwnCopy, { size, root, note }: Checkpoint, where: string): Alarm {
  const detail = `${copy.size} → ${size} (${root.toString('base64')}): ${where}`;
  return { kind: 'fork', detail, evidence: { known: copy.note ?? '', shown: note } };
}

const firstLine = (text: string): string => text.slice(0, 80).split('\n')[0]!;
