/** Minutes left at which the clock speaks. Between them it is silent, or a screen reader would be unusable. */
export const SPOKEN_MINUTES = [30, 10, 5, 1] as const;
export type SpokenMinutes = (typeof SPOKEN_MINUTES)[number];

const MS_PER_MINUTE = 60_000;

/**
 * The threshold that is crossed between two looks at the clock; of several (the device has slept) the last one. Null when none is.
 * `before` is null at the first look, which says nothing.
 */
export function crossedThreshold(before: number | null, leftMs: number): SpokenMinutes | null {
  if (before === null || leftMs <= 0) return null;
  return (
    SPOKEN_MINUTES.findLast((minutes) => before > minutes * MS_PER_MINUTE && leftMs <= minutes * MS_PER_MINUTE) ?? null
  );
}

/** Hours, minutes and seconds as on a clock: 1:05:09, 24:30. Rounded up, so that 0:00 means over. */
export function clockFace(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
