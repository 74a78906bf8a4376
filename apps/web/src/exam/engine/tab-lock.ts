export interface TabLock {
  /** Lets another tab have it. */
  release(): void;
}

/**
 * The right of one tab of this browser to write. Null: another tab has it. Where the browser has no locks the server's lease alone
 * decides. `onLost` is called when another tab takes it by force.
 */
export function lockTab(attemptId: string, force: boolean, onLost: () => void): Promise<TabLock | null> {
  const locks = (navigator as { locks?: LockManager }).locks;
  if (locks === undefined) return Promise.resolve({ release: () => undefined });
  return new Promise((resolve) => {
    const options = force ? { steal: true } : { ifAvailable: true };
    let released = false;
    locks
      .request(`hz-attempt-${attemptId}`, options, (lock) => {
        if (lock === null) return resolve(null);
        return new Promise<void>((letGo) => {
          resolve({
            release: () => {
              released = true;
              letGo();
            },
          });
        });
      })
      .catch(() => {
        if (!released) onLost();
      });
  });
}
