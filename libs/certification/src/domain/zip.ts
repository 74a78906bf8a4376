/** What stands in an archive: nothing is compressed, since PDF already is. */
export interface ZipEntry {
  readonly name: string;
  readonly size: number;
}

const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;

/** The most that an archive without the 64-bit extension can hold. */
export const MAX_ENTRIES = 65_535;
export const MAX_BYTES = 0xffffffff;

const nameBytes = (name: string): number => new TextEncoder().encode(name).length;

/** The length of the archive of these entries, before one byte of it is made. */
export function zipLength(entries: readonly ZipEntry[]): number {
  const each = entries.map(({ name, size }) => LOCAL_BYTES + CENTRAL_BYTES + 2 * nameBytes(name) + size);
  return each.reduce((sum, bytes) => sum + bytes, END_BYTES);
}

/**
 * A name for a file in an archive that every system takes and that leads nowhere else: no separators, no control or direction
 * characters, nothing that Windows reserves.
 */
export function safeName(number: string, holderName: string): string {
  const plain = holderName
    .normalize('NFC')
    .replaceAll(/[\p{C}<>:"/\\|?*]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const short = [...plain].slice(0, 40).join('');
  return `${number}${short === '' ? '' : ` ${short}`}.pdf`;
}
