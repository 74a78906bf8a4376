import type { Points } from '@hz/kernel';
import type { Script } from './api';

/** Marks that were chosen and not submitted, kept in this tab over a reload; they belong to one version of one script. */
interface Kept {
  marks: Record<string, Points>;
  comment: string;
}

const keyOf = ({ id, version }: Pick<Script, 'id' | 'version'>): string => `hz-marks:${id}:${version}`;

export function readMarks(script: Script): Kept | undefined {
  try {
    const text = sessionStorage.getItem(keyOf(script));
    return text === null ? undefined : (JSON.parse(text) as Kept);
  } catch {
    return undefined;
  }
}

export function keepMarks(script: Script, kept: { marks: Readonly<Record<string, Points>>; comment: string }): void {
  try {
    sessionStorage.setItem(keyOf(script), JSON.stringify(kept));
  } catch {
    // Without storage a reload loses what was chosen; submitting still works.
  }
}

export function forgetMarks(script: Script): void {
  try {
    sessionStorage.removeItem(keyOf(script));
  } catch {
    // Nothing was kept then.
  }
}
