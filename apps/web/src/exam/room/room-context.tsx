import { createContext, useContext, useSyncExternalStore, type ReactNode } from 'react';
import type { PlayerState } from '../core';
import type { RoomEngine } from '../engine/room-engine';

const Context = createContext<RoomEngine | null>(null);

export function RoomProvider({ engine, children }: { engine: RoomEngine; children: ReactNode }) {
  return <Context.Provider value={engine}>{children}</Context.Provider>;
}

export function useEngine(): RoomEngine {
  const engine = useContext(Context);
  if (engine === null) throw new Error('outside the room');
  return engine;
}

/** A part of the player's state; the component is drawn anew when that part changes. Select what the state holds, do not build. */
export function useRoom<Part>(select: (state: PlayerState) => Part): Part {
  const engine = useEngine();
  return useSyncExternalStore(engine.subscribe, () => select(engine.state()));
}
