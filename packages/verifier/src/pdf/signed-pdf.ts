import { hex, joined, latin1, textOf, type Bytes } from '../bytes';
import { sha256 } from '../crypto';
import { isSignedCms, type Signed } from './cms';
import { valueAt } from './der';
import { PdfFile } from './file';
import type { PdfDictionary } from './objects';

export const looksLikePdf = (bytes: Uint8Array): boolean => latin1(bytes.subarray(0, 5)) === '%PDF-';

/** What a certificate's PDF carries. */
export interface CarriedByPdf {
  readonly credential: string | null;
  readonly logProof: string | null;
  /** Whether the one signature covers the whole file and holds. */
  signed(roots: readonly Bytes[], signedAt: number): Promise<Signed>;
}

/** Null when the file cannot be read as PDF. */
export async function carriedBy(bytes: Bytes): Promise<CarriedByPdf | null> {
  try {
    const file = await PdfFile.open(bytes);
    const attachments = await file.attachments();
    const text = (name: string) => {
      const found = attachments.get(name);
      return found === undefined ? null : textOf(found);
    };
    const signatures = file.signatures();
    return {
      credential: text('credential.json'),
      logProof: text('credential.tlog-proof'),
      signed: (roots, signedAt) => isWhollySigned(bytes, signatures, roots, signedAt),
    };
  } catch {
    return null;
  }
}

async function isWhollySigned(
  bytes: Bytes,
  signatures: readonly PdfDictionary[],
  roots: readonly Bytes[],
  signedAt: number,
): Promise<Signed> {
  const range = signatures.length === 1 ? signatures[0]!.get('ByteRange') : null;
  if (!Array.isArray(range) || range.length !== 4 || !range.every((each) => Number.isSafeInteger(each)))
    return 'broken';
  const [start, before, after, rest] = range as [number, number, number, number];
  if (start !== 0 || before >= after || after + rest !== bytes.length) return 'broken';
  const cms = cmsIn(latin1(bytes.subarray(before, after)));
  if (cms === null || !isContents(bytes, before)) return 'broken';
  const hash = await sha256(joined(bytes.subarray(0, before), bytes.subarray(after)));
  return isSignedCms(cms, hash, roots, signedAt);
}

/** What is left out must be the value of `/Contents`, or it could hold anything. */
function isContents(bytes: Bytes, before: number): boolean {
  return /\/Contents\s*$/.test(latin1(bytes.subarray(Math.max(0, before - 20), before)));
}

/** The signature in `<…>`: hexadecimal in one spelling, and nothing but noughts after it. */
function cmsIn(gap: string): Bytes | null {
  const [, digits] = /^<([0-9A-Fa-f]+)>$/.exec(gap) ?? [];
  if (digits === undefined || digits.length % 2 !== 0) return null;
  const all = Uint8Array.from(digits.match(/../g)!, (pair) => parseInt(pair, 16));
  const value = valueAt(all, 0);
  if (value === null || (hex(all) !== digits && hex(all).toUpperCase() !== digits)) return null;
  return all.subarray(value.raw.length).every((byte) => byte === 0) ? value.raw : null;
}
