import { MS_PER_DAY, plus, type Instant } from '@hz/kernel';

export type SittingVerdict =
  { ok: true } | { ok: false; why: 'none-left'; allowed: number } | { ok: false; why: 'too-early'; from: Instant };

/**
 * Whether a person may register once more for a scheme. `ends` are the moments at which the windows of the earlier confirmed sittings
 * end; `waitingDays` must lie between the last of them and the beginning of the new one.
 */
export function maySitAgain(
  ends: readonly Instant[],
  { attemptsAllowed, waitingDays }: { attemptsAllowed: number; waitingDays: number },
  opensAt: Instant,
): SittingVerdict {
  if (ends.length >= attemptsAllowed) return { ok: false, why: 'none-left', allowed: attemptsAllowed };
  const last = ends.length === 0 ? null : (Math.max(...ends) as Instant);
  const from = last === null ? null : plus(last, waitingDays * MS_PER_DAY);
  return from !== null && opensAt < from ? { ok: false, why: 'too-early', from } : { ok: true };
}
