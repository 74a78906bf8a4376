/** Keeps the screen on while the room is open, where the browser can. Returns the way to stop. */
export function keepAwake(): () => void {
  let held: WakeLockSentinel | null = null;
  let stopped = false;
  const ask = () => {
    if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    navigator.wakeLock
      .request('screen')
      .then((sentinel) => {
        if (stopped) void sentinel.release();
        else held = sentinel;
      })
      // Refused on low battery; the room works without it.
      .catch(() => undefined);
  };
  ask();
  document.addEventListener('visibilitychange', ask);
  return () => {
    stopped = true;
    document.removeEventListener('visibilitychange', ask);
    void held?.release();
  };
}
