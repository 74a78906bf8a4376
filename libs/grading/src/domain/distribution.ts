const STEP = 10;
const STEPS = 10;

/** Numbers of results per step of ten percent, from counts by step (0 to 10, where 10 is exactly 100 %). */
export function distributionOf(
  countByStep: ReadonlyMap<number, number>,
): { from: number; to: number; results: number }[] {
  return Array.from({ length: STEPS }, (_, step) => ({
    from: step * STEP,
    to: (step + 1) * STEP,
    results: (countByStep.get(step) ?? 0) + (step === STEPS - 1 ? (countByStep.get(STEPS) ?? 0) : 0),
  }));
}
