import { neighbour, nextSection } from '../core';
import { serverNow } from '../engine/server-clock';
import { useEngine, useRoom } from './room-context';

export type Forward = 'item' | 'section' | 'review';

/** Where previous and next lead from the current item. */
export function useWalk() {
  const engine = useEngine();
  const backTo = useRoom((state) => neighbour(state, -1));
  const onTo = useRoom((state) => neighbour(state, 1));
  const hasNextSection = useRoom((state) => nextSection(state) !== null);
  const forward: Forward = onTo !== null ? 'item' : hasNextSection ? 'section' : 'review';
  return {
    backTo,
    forward,
    previous: () => {
      if (backTo !== null) engine.go(backTo);
    },
    next: () => {
      if (onTo !== null) engine.go(onTo);
      else engine.dispatch({ type: hasNextSection ? 'section-end-asked' : 'review-asked', at: serverNow() });
    },
    /** Towards the end of what is open, from any item. */
    finish: () => engine.dispatch({ type: hasNextSection ? 'section-end-asked' : 'review-asked', at: serverNow() }),
    hasNextSection,
  };
}
