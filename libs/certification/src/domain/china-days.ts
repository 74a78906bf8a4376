/** China Standard Time has had no summer time since 1991. */
const CHINA_OFFSET_MS = 8 * 3_600_000;

/** The day in China at a moment (ms, UTC), as `2026-11-25`. */
export function isoDayInChina(at: number): string {
  return new Date(at + CHINA_OFFSET_MS).toISOString().slice(0, 10);
}
