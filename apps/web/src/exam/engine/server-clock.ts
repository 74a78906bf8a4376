import { useEffect, useState } from 'react';
import { serverTimeAt, withSample, type ServerClock, type TimeSample } from '../core';

let clock: ServerClock | null = null;

export function noteServerTime(sample: TimeSample): void {
  if (Number.isFinite(sample.serverTime)) clock = withSample(clock, sample);
}

export const knownServerClock = (): ServerClock | null => clock;

/** The server's time now. Before its first reply the device's own clock stands in, for display alone. */
export function serverNow(): number {
  return clock === null ? Date.now() : serverTimeAt(clock, performance.now());
}

/** The server's time, renewed every `everyMs`. */
export function useServerNow(everyMs = 500): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = window.setInterval(() => setNow(serverNow()), everyMs);
    return () => window.clearInterval(timer);
  }, [everyMs]);
  return now;
}
