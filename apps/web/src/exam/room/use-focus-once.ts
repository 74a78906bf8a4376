import { useEffect, useRef } from 'react';

/** Moves the focus to the heading of what has just come, so that a screen reader starts there. */
export function useFocusOnce() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, []);
  return heading;
}
